/** The small widgets of the window: chips, avatars, tiles, buttons, banners, empty states. */
@NullMarked
package org.kontor.ui.common.widget;

import org.jspecify.annotations.NullMarked;
