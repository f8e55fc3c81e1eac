/** Secrets in a sealed file. */
@NullMarked
package org.kontor.store.internal.secret;

import org.jspecify.annotations.NullMarked;
