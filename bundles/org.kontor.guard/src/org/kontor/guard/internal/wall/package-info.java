/** What bundles of plug-ins do not get to see. */
@NullMarked
package org.kontor.guard.internal.wall;

import org.jspecify.annotations.NullMarked;
