/** The window's own dialogs: keys, about, closing. */
@NullMarked
package org.kontor.app.internal.dialog;

import org.jspecify.annotations.NullMarked;
