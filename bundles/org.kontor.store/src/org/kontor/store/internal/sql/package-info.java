/** JDBC with types: cached statements, parameters and rows in the order of the columns. */
@NullMarked
package org.kontor.store.internal.sql;

import org.jspecify.annotations.NullMarked;
