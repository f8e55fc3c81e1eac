/** State and view models of the window, without widgets. */
@NullMarked
package org.kontor.app.internal.model;

import org.jspecify.annotations.NullMarked;
