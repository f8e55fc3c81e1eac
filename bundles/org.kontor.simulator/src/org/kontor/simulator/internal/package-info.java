/** How the simulator runs as a process. */
@NullMarked
package org.kontor.simulator.internal;

import org.jspecify.annotations.NullMarked;
