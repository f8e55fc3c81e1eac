/** Faults that clients of the world are shown. */
@NullMarked
package org.kontor.simulator.internal.fault;

import org.jspecify.annotations.NullMarked;
