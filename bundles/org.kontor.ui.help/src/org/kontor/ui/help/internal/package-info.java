/** The manual in the window. */
@NullMarked
package org.kontor.ui.help.internal;

import org.jspecify.annotations.NullMarked;
