/** The store port: transactions, queries, change feed. */
@NullMarked
package org.kontor.api.store;

import org.jspecify.annotations.NullMarked;
