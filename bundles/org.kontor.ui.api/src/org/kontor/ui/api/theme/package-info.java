/** The colours of the window: tokens by name, their values per theme, and which theme is on. */
@NullMarked
package org.kontor.ui.api.theme;

import org.jspecify.annotations.NullMarked;
