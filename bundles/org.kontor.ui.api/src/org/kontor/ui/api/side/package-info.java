/** Sections of the person card, contributed as models that the window draws. */
@NullMarked
package org.kontor.ui.api.side;

import org.jspecify.annotations.NullMarked;
