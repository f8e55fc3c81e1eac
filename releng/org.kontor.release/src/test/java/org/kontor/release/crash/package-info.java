/** Kills the product with SIGKILL in the middle of its work and looks for what was lost or done twice. */
@NullMarked
package org.kontor.release.crash;

import org.jspecify.annotations.NullMarked;
