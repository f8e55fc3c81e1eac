/** Receive loops and outbox workers of all accounts. */
@NullMarked
package org.kontor.runner.internal;

import org.jspecify.annotations.NullMarked;
