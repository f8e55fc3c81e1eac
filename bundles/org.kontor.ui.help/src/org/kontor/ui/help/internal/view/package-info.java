/** The window of the manual. */
@NullMarked
package org.kontor.ui.help.internal.view;

import org.jspecify.annotations.NullMarked;
