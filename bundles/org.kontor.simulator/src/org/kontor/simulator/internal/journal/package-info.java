/** The append-only file in which the world survives a kill. */
@NullMarked
package org.kontor.simulator.internal.journal;

import org.jspecify.annotations.NullMarked;
