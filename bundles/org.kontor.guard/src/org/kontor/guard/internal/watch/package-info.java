/** Sees when the window stands still, and in whose code. */
@NullMarked
package org.kontor.guard.internal.watch;

import org.jspecify.annotations.NullMarked;
