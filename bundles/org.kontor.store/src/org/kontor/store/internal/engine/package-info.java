/** What both engines' stores are made of: threads, work for them, hints. */
@NullMarked
package org.kontor.store.internal.engine;

import org.jspecify.annotations.NullMarked;
