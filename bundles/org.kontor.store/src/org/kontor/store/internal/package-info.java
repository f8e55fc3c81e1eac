/** The store's services. */
@NullMarked
package org.kontor.store.internal;

import org.jspecify.annotations.NullMarked;
