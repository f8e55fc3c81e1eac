/** What the receive loops and outbox workers tell the rest of the house. */
@NullMarked
package org.kontor.api.runner;

import org.jspecify.annotations.NullMarked;
