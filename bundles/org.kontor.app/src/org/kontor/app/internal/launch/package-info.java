/** From the command line to the first picture: arguments, data folder, lock, life cycle. */
@NullMarked
package org.kontor.app.internal.launch;

import org.jspecify.annotations.NullMarked;
