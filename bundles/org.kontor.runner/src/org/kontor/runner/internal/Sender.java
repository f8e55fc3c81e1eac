package org.kontor.runner.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Sent;
import org.kontor.api.desk.Dispatch;
import org.osgi.service.log.Logger;

/** Works the outbox of one account off, one reply at a time. */
final class Sender implements Runnable {
    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(30);

    private final Services services;
    private final Account account;
    private final ChannelSession session;
    private final StatusBook status;
    private final Signal signal;
    private final IProgressMonitor monitor;
    private final Logger log;
    /** Whether no entry is left in the state of being sent: not at the start, nor when a turn broke off. */
    private boolean settled;

    Sender(
            Services services,
            Account account,
            ChannelSession session,
            StatusBook status,
            Signal signal,
            IProgressMonitor monitor) {
        this.services = services;
        this.account = account;
        this.session = session;
        this.status = status;
        this.signal = signal;
        this.monitor = monitor;
        this.log = services.log();
    }

    @Override
    public void run() {
        Turns.take(this::turn, monitor, signal, log, "Working off the outbox of " + account.id());
    }

    private void turn() throws InterruptedException {
        if (!settled) {
            services.dispatch().recover(account);
        }
        settled = false;
        Optional<Dispatch.Task> task = services.dispatch().next(account);
        task.ifPresent(this::work);
        settled = true;
        if (task.isEmpty()) {
            signal.await(untilNext());
        }
    }

    private Duration untilNext() {
        Instant now = Instant.ofEpochMilli(services.clock().millis());
        return services.dispatch()
                .nextDue(account)
                .map(due -> Duration.between(now, due))
                .filter(wait -> wait.compareTo(LOOK_AT_LEAST) < 0)
                .orElse(LOOK_AT_LEAST);
    }

    private void work(Dispatch.Task task) {
        switch (task) {
            case Dispatch.Task.Send send -> {
                Sent outcome = send(send);
                services.dispatch().sent(account, send, outcome);
                note(outcome);
            }
            case Dispatch.Task.ReadBack readBack -> {
                Found found = find(readBack);
                services.dispatch().found(account, readBack, found);
                if (found instanceof Found.Present) {
                    services.intake().process(account, monitor);
                }
            }
        }
    }

    private Sent send(Dispatch.Task.Send task) {
        try {
            return session.send(task.attempt(), monitor);
        } catch (RuntimeException | Error bug) {
            log.error("Sending {} failed", task.entry().id(), bug);
            return new Sent.Unknown("the connector failed while sending");
        }
    }

    private Found find(Dispatch.Task.ReadBack task) {
        try {
            return session.find(task.attempt(), monitor);
        } catch (RuntimeException | Error bug) {
            log.error("Reading back {} failed", task.entry().id(), bug);
            return new Found.Failed(Fault.of(FaultKind.PROTOCOL, "the connector failed while reading back"));
        }
    }

    private void note(Sent outcome) {
        switch (outcome) {
            case Sent.Accepted ok -> {
                status.sent();
                services.intake().process(account, monitor);
            }
            case Sent.Refused no -> {
                log.warn(
                        "A reply of {} was refused: {} {}",
                        account.id(),
                        no.fault().kind(),
                        no.fault().detail());
                if (no.fault().kind() == FaultKind.AUTH) {
                    status.fault(no.fault(), null);
                }
            }
            case Sent.Unknown unknown -> log.warn("A reply of {} is undecided: {}", account.id(), unknown.detail());
        }
    }
}
