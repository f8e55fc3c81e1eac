package org.kontor.runner.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.EventSink;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Listens;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.NoticesDeletions;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.desk.Intake;
import org.kontor.api.store.Recorded;
import org.osgi.service.log.Logger;

/** Reads one account for as long as it is active: by push where the channel pushes, else by polling, and compares now and then. */
final class Receiver implements Runnable {
    private static final Duration COMPARE_EVERY = Duration.ofMinutes(30);
    private static final Duration COMPARE_BACK = Duration.ofDays(2);
    private static final Duration DELETIONS_EVERY = Duration.ofMinutes(5);
    private static final int ROOTS_REMEMBERED = 5_000;

    private final Services services;
    private final Account account;
    private final ChannelConnector connector;
    private final ChannelSession session;
    private final AccountContext context;
    private final StatusBook status;
    private final Signal signal;
    private final IProgressMonitor monitor;
    private final Logger log;
    private final Pauses pauses;
    private final LinkedHashSet<ExternalId> rootsSeen = new LinkedHashSet<>();
    private boolean failing;
    private Instant compareAt = Instant.EPOCH;
    private Instant deletionsAt;
    private boolean recovered;

    Receiver(
            Services services,
            Account account,
            ChannelConnector connector,
            ChannelSession session,
            StatusBook status,
            Signal signal,
            IProgressMonitor monitor) {
        this.services = services;
        this.account = account;
        this.connector = connector;
        this.session = session;
        this.context = services.connectors().context(account);
        this.status = status;
        this.signal = signal;
        this.monitor = monitor;
        this.log = services.log();
        this.pauses = new Pauses(services.random(), services.pace().afterFault());
        this.deletionsAt = now().plus(DELETIONS_EVERY);
    }

    @Override
    public void run() {
        Turns.take(this::turn, monitor, signal, log, "Reading " + account.id());
    }

    private void turn() throws InterruptedException {
        if (!recovered) {
            intake().process(account, monitor); // what an earlier process left waiting
            recovered = true;
        }
        Fault fault;
        Duration pause = pollEvery();
        try {
            fault = readOnce();
        } catch (RuntimeException | Error bug) {
            log.error("Reading {} failed", account.id(), bug);
            fault = Fault.of(FaultKind.PROTOCOL, String.valueOf(bug.getMessage()));
        }
        if (monitor.isCanceled()) {
            return;
        }
        if (fault != null) {
            pause = pauses.after(fault, now());
            status.fault(fault, now().plus(pause));
            tell(fault);
        } else {
            pauses.well();
        }
        failing = fault != null;
        signal.await(pause);
    }

    /** A server that ends a connection, as when it is shut down, has done nothing wrong; one that is gone afterwards is told. */
    private void tell(Fault fault) {
        if (fault.kind() == FaultKind.TRANSIENT && !failing) {
            log.info("Account {} is read again soon: {}", account.id(), fault.detail());
        } else {
            log.warn("Account {} could not be read: {} {}", account.id(), fault.kind(), fault.detail());
        }
    }

    /** One connection's life, or one poll. Null when the account was read without a fault. */
    private @Nullable Fault readOnce() {
        Fault fault = catchUp();
        if (fault != null) {
            return fault;
        }
        fault = compare();
        if (fault != null) {
            return fault;
        }
        if (session instanceof Listens pushed) {
            status.read(false, null);
            return pushed.listen(intake().cursor(account), new Sink(), monitor);
        }
        status.read(false, now().plus(pollEvery()));
        return null;
    }

    private Duration pollEvery() {
        Duration asked = connector.capabilities().pollEvery();
        Duration longest = services.pace().poll();
        return asked.compareTo(longest) < 0 ? asked : longest;
    }

    private @Nullable Fault catchUp() {
        while (!monitor.isCanceled()) {
            Received received = session.receive(intake().cursor(account), monitor);
            switch (received) {
                case Received.Failed failed -> {
                    return failed.fault();
                }
                case Received.Page page -> {
                    take(page.events(), page.next());
                    if (!page.more()) {
                        return null;
                    }
                }
            }
        }
        return null;
    }

    /** Reads the last days again to find what was missed, and looks for deletions. */
    private @Nullable Fault compare() {
        if (!now().isBefore(compareAt)) {
            Instant since = now().minus(COMPARE_BACK);
            Cursor page = Cursor.START;
            boolean more = true;
            while (more && !monitor.isCanceled()) {
                switch (session.reconcile(since, page, monitor)) {
                    case Received.Failed failed -> {
                        return failed.fault();
                    }
                    case Received.Page found -> {
                        take(found.events(), null);
                        page = found.next();
                        more = found.more();
                    }
                }
            }
            compareAt = now().plus(COMPARE_EVERY);
        }
        return session instanceof NoticesDeletions watchful && !now().isBefore(deletionsAt)
                ? lookForDeletions(watchful)
                : null;
    }

    private @Nullable Fault lookForDeletions(NoticesDeletions watchful) {
        deletionsAt = now().plus(DELETIONS_EVERY);
        List<ExternalId> known = services.store()
                .read(
                        services.grants().system(account.brand()),
                        rows -> rows.openInboundMessages(account.brand(), account.id(), watchful.batch() * 4));
        for (int from = 0; from < known.size(); from += watchful.batch()) {
            List<ExternalId> some = known.subList(from, Math.min(known.size(), from + watchful.batch()));
            switch (watchful.missing(some, monitor)) {
                case Received.Failed failed -> {
                    return failed.fault();
                }
                case Received.Page gone -> {
                    take(gone.events(), null);
                    services.store().write(services.grants().system(account.brand()), rows -> {
                        rows.lookedAt(account.brand(), account.id(), some, now());
                        return some;
                    });
                }
            }
        }
        return null;
    }

    private void take(List<RawEvent> events, @Nullable Cursor next) {
        Recorded recorded = intake().record(account, events, next);
        if (recorded.fresh() > 0) {
            work(events);
            status.read(true, null);
        }
    }

    /** Turns what is durable into rows; what fails here waits in the ledger and is tried again with the next event. */
    private void work(List<RawEvent> events) {
        intake().process(account, monitor);
        List<RawEvent> surroundings = surroundings(events);
        if (!surroundings.isEmpty()
                && intake().record(account, surroundings, null).fresh() > 0) {
            intake().process(account, monitor);
        }
    }

    /** Fetches what new messages hang on. Failing to get it is no fault: the message itself is there. */
    private List<RawEvent> surroundings(List<RawEvent> events) {
        List<RawEvent> found = new ArrayList<>();
        for (RawEvent event : events) {
            for (Normalised meaning : connector.normalise(context, event)) {
                if (meaning instanceof Normalised.Item item && wantsSurroundings(item)) {
                    switch (session.context(item.id(), monitor)) {
                        case Received.Page page -> found.addAll(page.events());
                        case Received.Failed failed ->
                            log.info(
                                    "No context for a message of {}: {}",
                                    account.id(),
                                    failed.fault().kind());
                    }
                }
            }
        }
        return found;
    }

    private boolean wantsSurroundings(Normalised.Item item) {
        ExternalId root = item.thread().root();
        return root != null
                && !root.equals(item.id())
                && !item.publishedAt().isBefore(account.workFrom())
                && firstTime(root);
    }

    private boolean firstTime(ExternalId root) {
        if (rootsSeen.size() == ROOTS_REMEMBERED) {
            rootsSeen.removeFirst();
        }
        return rootsSeen.add(root);
    }

    private Intake intake() {
        return services.intake();
    }

    private Instant now() {
        return Instant.ofEpochMilli(services.clock().millis());
    }

    /** Takes what is pushed. */
    private final class Sink implements EventSink {
        @Override
        public void deliver(Received.Page page) {
            Recorded recorded = intake().record(account, page.events(), page.next());
            status.read(recorded.fresh() > 0, null);
            if (recorded.fresh() > 0) {
                try {
                    work(page.events());
                } catch (RuntimeException | Error later) {
                    log.error("Events of {} wait in the ledger", account.id(), later);
                }
            }
        }

        @Override
        public void alive() {
            pauses.well();
            status.read(false, null);
        }
    }
}
