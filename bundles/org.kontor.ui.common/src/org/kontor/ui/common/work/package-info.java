/** Work that may take long, off the UI thread, with its result back on it. */
@NullMarked
package org.kontor.ui.common.work;

import org.jspecify.annotations.NullMarked;
