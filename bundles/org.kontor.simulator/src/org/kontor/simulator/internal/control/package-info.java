/** The JSON interface by which demo and tests steer the world. */
@NullMarked
package org.kontor.simulator.internal.control;

import org.jspecify.annotations.NullMarked;
