/** The set-up perspective in the window: its part, what its commands do. */
@NullMarked
package org.kontor.ui.setup.internal;

import org.jspecify.annotations.NullMarked;
