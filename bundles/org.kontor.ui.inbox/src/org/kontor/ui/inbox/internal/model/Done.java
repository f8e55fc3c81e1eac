package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.conversation.IgnoreReason;

/** What an agent did, as the undo bar names it. */
public sealed interface Done {
    /** @param to null for nobody */
    record Assigned(@Nullable User to, boolean self) implements Done {}

    record Snoozed(Instant until) implements Done {}

    record Resolved() implements Done {}

    record Ignored(IgnoreReason reason) implements Done {}

    record Reopened() implements Done {}

    /** A reply waits in the outbox. */
    record Replied() implements Done {}

    record Noted() implements Done {}
}
