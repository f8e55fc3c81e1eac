/** The brands, the customers and what they write. */
@NullMarked
package org.kontor.simulator.internal.world;

import org.jspecify.annotations.NullMarked;
