/** The colours that brands are shown in. */
@NullMarked
package org.kontor.ui.common.brand;

import org.jspecify.annotations.NullMarked;
