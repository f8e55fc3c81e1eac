/** Board and case editor as widgets over their models. */
@NullMarked
package org.kontor.ui.escalation.internal.view;

import org.jspecify.annotations.NullMarked;
