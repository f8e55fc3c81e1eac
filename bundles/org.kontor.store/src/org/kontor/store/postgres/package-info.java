/** The team store for those who open it without OSGi. */
@NullMarked
package org.kontor.store.postgres;

import org.jspecify.annotations.NullMarked;
