/** What the HTTP servers of the simulator share. */
@NullMarked
package org.kontor.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
