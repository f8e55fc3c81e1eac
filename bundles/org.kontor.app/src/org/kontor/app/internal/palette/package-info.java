/** The command palette: what it finds, in which order, and what choosing does. */
@NullMarked
package org.kontor.app.internal.palette;

import org.jspecify.annotations.NullMarked;
