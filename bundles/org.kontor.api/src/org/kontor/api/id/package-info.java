/** Typed identifiers and where they come from. */
@NullMarked
package org.kontor.api.id;

import org.jspecify.annotations.NullMarked;
