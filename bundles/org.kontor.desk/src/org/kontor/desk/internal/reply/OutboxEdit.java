package org.kontor.desk.internal.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;

/** An outbox entry moving to its next state. Each method is one arrow of the state machine. */
final class OutboxEdit {
    private OutboxEdit() {}

    static OutboxEntry sending(OutboxEntry e, Instant now) {
        return with(e, OutboxState.SENDING, e.attempts() + 1, e.readBacks(), null, null, null, now, now);
    }

    static OutboxEntry sent(OutboxEntry e, @Nullable ExternalId id, Instant at) {
        return with(e, OutboxState.SENT, e.attempts(), e.readBacks(), null, null, id, e.notBefore(), at);
    }

    static OutboxEntry failed(OutboxEntry e, Fault fault, Instant now) {
        return with(
                e, OutboxState.FAILED, e.attempts(), e.readBacks(), fault, null, e.sentAs(), OutboxEntry.NEVER, now);
    }

    static OutboxEntry queued(OutboxEntry e, @Nullable Fault fault, Instant notBefore) {
        return with(e, OutboxState.QUEUED, e.attempts(), e.readBacks(), fault, null, null, notBefore, null);
    }

    static OutboxEntry undecided(OutboxEntry e, String detail, @Nullable Fault fault, Instant notBefore, Instant now) {
        return with(e, OutboxState.UNDECIDED, e.attempts(), e.readBacks(), fault, detail, null, notBefore, now);
    }

    static OutboxEntry readingBack(OutboxEntry e, Instant notBefore) {
        return with(
                e,
                OutboxState.UNDECIDED,
                e.attempts(),
                e.readBacks() + 1,
                e.fault(),
                e.detail(),
                null,
                notBefore,
                e.settledAt());
    }

    /** What stood in the way of finding it may be gone with a new start, so the pauses begin anew. */
    static OutboxEntry lookedForAnew(OutboxEntry e, Instant now) {
        return with(e, OutboxState.UNDECIDED, e.attempts(), 0, e.fault(), e.detail(), null, now, e.settledAt());
    }

    static OutboxEntry cancelled(OutboxEntry e, Instant now) {
        return with(e, OutboxState.CANCELLED, e.attempts(), e.readBacks(), null, null, null, OutboxEntry.NEVER, now);
    }

    private static OutboxEntry with(
            OutboxEntry e,
            OutboxState state,
            int attempts,
            int readBacks,
            @Nullable Fault fault,
            @Nullable String detail,
            @Nullable ExternalId sentAs,
            Instant notBefore,
            @Nullable Instant settledAt) {
        return new OutboxEntry(
                e.id(),
                e.brand(),
                e.account(),
                e.conversation(),
                e.message(),
                e.author(),
                e.key(),
                e.reply(),
                state,
                attempts,
                readBacks,
                fault,
                detail,
                sentAs,
                e.createdAt(),
                notBefore,
                settledAt);
    }
}
