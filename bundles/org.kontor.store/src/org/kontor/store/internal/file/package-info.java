/** Files that survive a crash and are the owner's alone. */
@NullMarked
package org.kontor.store.internal.file;

import org.jspecify.annotations.NullMarked;
