/** What board and case editor know and decide, without a window. */
@NullMarked
package org.kontor.ui.escalation.internal.model;

import org.jspecify.annotations.NullMarked;
