/** The guard among the services of the house, as OSGi wires them. */
@NullMarked
package org.kontor.guard.internal.field;

import org.jspecify.annotations.NullMarked;
