/** The web shop of one of the brands, with the orders of its customers. */
@NullMarked
package org.kontor.simulator.internal.shop;

import org.jspecify.annotations.NullMarked;
