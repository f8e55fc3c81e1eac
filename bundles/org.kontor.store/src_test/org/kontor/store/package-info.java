/** The contract that every store keeps. */
@NullMarked
package org.kontor.store;

import org.jspecify.annotations.NullMarked;
