/** The escalations perspective: parts, and what they are made with. */
@NullMarked
package org.kontor.ui.escalation.internal;

import org.jspecify.annotations.NullMarked;
