/** What the command palette (Ctrl+K) can find, contributed by services. */
@NullMarked
package org.kontor.ui.api.palette;

import org.jspecify.annotations.NullMarked;
