/** Colours by token, type styles, icons and spacing: the one place that widgets take their looks from. */
@NullMarked
package org.kontor.ui.common.look;

import org.jspecify.annotations.NullMarked;
