/** Widgets of the perspective. */
@NullMarked
package org.kontor.ui.plugins.internal.view;

import org.jspecify.annotations.NullMarked;
