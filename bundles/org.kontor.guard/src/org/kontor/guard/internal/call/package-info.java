/** Calls of contributions, each on a thread of its own and within its time, and what went wrong with them. */
@NullMarked
package org.kontor.guard.internal.call;

import org.jspecify.annotations.NullMarked;
