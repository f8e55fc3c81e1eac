/** All that touches p2. Nothing here is loaded before somebody asks about plug-ins. */
@NullMarked
package org.kontor.plugins.internal.p2;

import org.jspecify.annotations.NullMarked;
