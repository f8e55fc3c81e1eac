/** A plug-in that means harm. A test packs these classes into a bundle of their own. */
@NullMarked
package org.kontor.guard.internal.hostile;

import org.jspecify.annotations.NullMarked;
