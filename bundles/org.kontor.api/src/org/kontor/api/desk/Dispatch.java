package org.kontor.api.desk;

import java.time.Instant;
import java.util.Optional;
import org.kontor.api.account.Account;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Sent;
import org.kontor.api.outbox.OutboxEntry;

/** The outbox as its workers see it. Does disk I/O. One worker per account. */
public interface Dispatch {
    /** What a worker has to do next. */
    sealed interface Task {
        OutboxEntry entry();

        /** Send it: the entry is durably SENDING with this attempt. */
        record Send(OutboxEntry entry, Attempt attempt) implements Task {}

        /** Nobody knows whether it arrived: read it back. */
        record ReadBack(OutboxEntry entry, Attempt attempt) implements Task {}
    }

    /**
     * Turns what was being sent when the process last ended into UNDECIDED, and lets what was undecided before be looked for at
     * once, unless the platform said when; called before the account's worker starts.
     */
    void recover(Account account);

    /** Takes the next due task; empty where none is due now. */
    Optional<Task> next(Account account);

    /** When the next task will be due; empty where none waits. */
    Optional<Instant> nextDue(Account account);

    /** Writes down how a send ended. */
    void sent(Account account, Task.Send task, Sent outcome);

    /** Writes down what reading back showed. */
    void found(Account account, Task.ReadBack task, Found outcome);
}
