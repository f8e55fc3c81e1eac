/** The embedded store: SQLite's connections on threads of their own, its file, faults, migrations and search. */
@NullMarked
package org.kontor.store.internal.sqlite;

import org.jspecify.annotations.NullMarked;
