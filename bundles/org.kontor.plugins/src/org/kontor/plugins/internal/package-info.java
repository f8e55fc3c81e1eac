/** Plug-ins on p2: what is installed, what sites offer, changes and the way back. */
@NullMarked
package org.kontor.plugins.internal;

import org.jspecify.annotations.NullMarked;
