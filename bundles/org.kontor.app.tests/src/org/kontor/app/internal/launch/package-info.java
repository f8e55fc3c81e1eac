/** Tests of what happens before the window is built. */
@NullMarked
package org.kontor.app.internal.launch;

import org.jspecify.annotations.NullMarked;
