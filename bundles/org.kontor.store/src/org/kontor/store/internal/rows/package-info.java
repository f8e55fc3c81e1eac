/** The store's rows, by area, in SQL that is common to the engines. */
@NullMarked
package org.kontor.store.internal.rows;

import org.jspecify.annotations.NullMarked;
