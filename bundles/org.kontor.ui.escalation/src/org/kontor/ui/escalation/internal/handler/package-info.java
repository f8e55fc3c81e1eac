/** Commands of the escalations perspective. */
@NullMarked
package org.kontor.ui.escalation.internal.handler;

import org.jspecify.annotations.NullMarked;
