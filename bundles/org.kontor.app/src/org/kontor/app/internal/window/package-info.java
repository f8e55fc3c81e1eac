/** The bars of the window: top bar, perspective switcher, status line. */
@NullMarked
package org.kontor.app.internal.window;

import org.jspecify.annotations.NullMarked;
