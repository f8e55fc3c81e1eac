/** Texts of the window. */
@NullMarked
package org.kontor.app.internal;

import org.jspecify.annotations.NullMarked;
