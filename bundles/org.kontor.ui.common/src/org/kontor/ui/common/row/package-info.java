/** Owner-drawn rows of tables. */
@NullMarked
package org.kontor.ui.common.row;

import org.jspecify.annotations.NullMarked;
