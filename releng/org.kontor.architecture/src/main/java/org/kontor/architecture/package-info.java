/** The written design as rules over what was built. Each rule names every breach with its place and what to do. */
@NullMarked
package org.kontor.architecture;

import org.jspecify.annotations.NullMarked;
