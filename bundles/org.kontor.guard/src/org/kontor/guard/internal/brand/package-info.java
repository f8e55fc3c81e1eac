/** The brands that were chosen for plug-ins. */
@NullMarked
package org.kontor.guard.internal.brand;

import org.jspecify.annotations.NullMarked;
