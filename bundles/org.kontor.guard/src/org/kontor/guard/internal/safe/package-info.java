/** A start without any plug-in. */
@NullMarked
package org.kontor.guard.internal.safe;

import org.jspecify.annotations.NullMarked;
