/** The durable queue of replies and moderation actions. */
@NullMarked
package org.kontor.api.outbox;

import org.jspecify.annotations.NullMarked;
