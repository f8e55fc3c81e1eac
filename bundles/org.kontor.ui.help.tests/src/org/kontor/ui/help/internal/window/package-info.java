/** Tests of the manual in a real window. */
@NullMarked
package org.kontor.ui.help.internal.window;

import org.jspecify.annotations.NullMarked;
