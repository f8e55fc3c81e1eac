/** Times, numbers and counts as people read them, in German and English. */
@NullMarked
package org.kontor.ui.common.format;

import org.jspecify.annotations.NullMarked;
