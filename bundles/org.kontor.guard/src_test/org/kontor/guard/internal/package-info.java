/** What tests of the guard share. */
@NullMarked
package org.kontor.guard.internal;

import org.jspecify.annotations.NullMarked;
