/** Opens the embedded store in plain Java, for tests of the bundles that stand on it. */
@NullMarked
package org.kontor.store.sqlite;

import org.jspecify.annotations.NullMarked;
