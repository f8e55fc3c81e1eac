/** Office time and the clocks that run on it. */
@NullMarked
package org.kontor.escalation.internal.clock;

import org.jspecify.annotations.NullMarked;
