/** Reads the colours from the CSS and switches the window between them. */
@NullMarked
package org.kontor.theme.internal;

import org.jspecify.annotations.NullMarked;
