/** What the set-up perspective and its wizard know and decide, without widgets. */
@NullMarked
package org.kontor.ui.setup.internal.model;

import org.jspecify.annotations.NullMarked;
