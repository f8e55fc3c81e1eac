/** The team store: PostgreSQL, shared by workbenches and collectors. */
@NullMarked
package org.kontor.store.internal.postgres;

import org.jspecify.annotations.NullMarked;
