/** Asking the user for files. */
@NullMarked
package org.kontor.ui.common.file;

import org.jspecify.annotations.NullMarked;
