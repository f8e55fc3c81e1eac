/** Small files that are written whole or not at all. */
@NullMarked
package org.kontor.guard.internal.file;

import org.jspecify.annotations.NullMarked;
