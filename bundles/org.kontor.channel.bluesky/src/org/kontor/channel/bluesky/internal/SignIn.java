package org.kontor.channel.bluesky.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.Json;
import org.osgi.service.log.Logger;

/**
 * Keeps the account signed in: reuses the kept session, renews it when its access token is stale, and signs in with the
 * password only when the refresh token is dead too. The platform takes 30 sign-ins in 5 minutes and 300 a day; we stay well
 * below, so that the people who share the account are not locked out by us.
 */
final class SignIn {
    /** A session, or why there is none. */
    sealed interface Outcome {
        record In(Tokens tokens) implements Outcome {}

        record Out(Fault fault) implements Outcome {}
    }

    /** Why there is no session. */
    static Fault fault(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Out out -> out.fault();
            case Outcome.In in -> throw new IllegalArgumentException("there is a session");
        };
    }

    static final String SECRET = "session";

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final int SHORT_MAX = 10;
    private static final Duration LONG = Duration.ofDays(1);
    private static final int LONG_MAX = 100;
    /** A wrong password is not tried again for this long, unless it was changed. */
    private static final Duration DENIED = Duration.ofMinutes(30);

    private final AccountContext account;
    private final Xrpc xrpc;
    private final Logger logger;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Instant> signIns = new ArrayDeque<>();
    private volatile @Nullable Tokens tokens;
    private @Nullable Denied denied;

    /** A password that the server did not take. */
    private record Denied(String madeFor, Fault fault, Instant until) {}

    SignIn(AccountContext account, Xrpc xrpc, Logger logger, InstantSource clock) {
        this.account = account;
        this.xrpc = xrpc;
        this.logger = logger;
        this.clock = clock;
    }

    /** The session as it is, else a new one. */
    Outcome current(IProgressMonitor monitor) {
        return locked(monitor, () -> {
            Tokens known = tokens;
            if (known != null) {
                return new Outcome.In(known);
            }
            // A change of the settings opens the account anew, so the kept session is checked against them only here.
            String madeFor = madeFor();
            Optional<Tokens> kept = account.secret(SECRET)
                    .flatMap(Tokens::parse)
                    .filter(t -> t.madeFor().equals(madeFor));
            if (kept.isPresent()) {
                tokens = kept.get();
                return new Outcome.In(kept.get());
            }
            return create(madeFor, monitor);
        });
    }

    /** A session in place of one that the server does not take any more. */
    Outcome renewed(Tokens stale, IProgressMonitor monitor) {
        return locked(monitor, () -> {
            Tokens known = tokens;
            if (known != null && !known.accessJwt().equals(stale.accessJwt())) {
                // The other thread was faster.
                return new Outcome.In(known);
            }
            Reply reply = xrpc.call(
                    Xrpc.interactive(Xrpc.signed(
                                    Xrpc.procedure(stale.pds(), "com.atproto.server.refreshSession", null),
                                    stale.refreshJwt())
                            .against(Xrpc.SESSIONS, 1)),
                    monitor);
            if (reply instanceof Reply.Ok ok) {
                Optional<Tokens> next = Tokens.of(ok.json(), stale.madeFor(), stale.pds());
                if (next.isPresent() && next.get().did().equals(stale.did())) {
                    logger.debug("{}: session renewed", account.account().id());
                    return kept(next.get());
                }
                return out(FaultKind.PROTOCOL, "refreshSession answered without tokens");
            }
            if (reply instanceof Reply.Refused refused && dead(refused)) {
                return create(madeFor(), monitor);
            }
            return new Outcome.Out(Reply.fault(reply));
        });
    }

    /** Forgets that the server did not take the password, so that the next call tries it. */
    void tryAgain() {
        lock.lock();
        try {
            denied = null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether only the password helps. */
    private static boolean dead(Reply.Refused refused) {
        return refused.fault().kind() == FaultKind.AUTH;
    }

    private Outcome create(String madeFor, IProgressMonitor monitor) {
        Optional<String> password = BlueskySettings.password(account);
        if (password.isEmpty()) {
            return new Outcome.Out(Fault.ofSetting(FaultKind.AUTH, BlueskySettings.PASSWORD, "no app password is set"));
        }
        Instant now = clock.instant();
        Denied before = denied;
        if (before != null && before.madeFor().equals(madeFor) && now.isBefore(before.until())) {
            return new Outcome.Out(before.fault());
        }
        Optional<Instant> from = budget(now);
        if (from.isPresent()) {
            return new Outcome.Out(Fault.rate("signed in too often; the platform allows 300 a day", from.get()));
        }
        URI service = BlueskySettings.service(account);
        signIns.addLast(now);
        Reply reply = xrpc.call(
                Xrpc.interactive(Xrpc.procedure(
                                service,
                                "com.atproto.server.createSession",
                                Json.object()
                                        .put("identifier", BlueskySettings.handle(account))
                                        .put("password", password.get()))
                        .against(Xrpc.SESSIONS, 1)),
                monitor);
        if (!(reply instanceof Reply.Ok ok)) {
            Fault fault = Reply.fault(reply);
            denied = fault.kind() == FaultKind.AUTH ? new Denied(madeFor, fault, now.plus(DENIED)) : null;
            return new Outcome.Out(fault);
        }
        denied = null;
        if (ok.json().path("active").isBoolean() && !ok.json().path("active").asBoolean()) {
            return out(
                    FaultKind.PERMISSION,
                    "the account is " + Json.textOr("not active", ok.json(), "status") + " on the platform");
        }
        Optional<Tokens> made = Tokens.of(ok.json(), madeFor, service);
        if (made.isEmpty()) {
            return out(FaultKind.PROTOCOL, "createSession answered without tokens");
        }
        logger.debug("{}: signed in", account.account().id());
        return kept(made.get());
    }

    /** The new pair is durable before the old one is let go. */
    private Outcome kept(Tokens made) {
        account.keepSecret(SECRET, made.secret());
        tokens = made;
        return new Outcome.In(made);
    }

    private Optional<Instant> budget(Instant now) {
        while (!signIns.isEmpty() && signIns.getFirst().isBefore(now.minus(LONG))) {
            signIns.removeFirst();
        }
        long recent =
                signIns.stream().filter(at -> at.isAfter(now.minus(SHORT))).count();
        if (recent >= SHORT_MAX) {
            return Optional.of(now.plus(SHORT));
        }
        return signIns.size() >= LONG_MAX ? Optional.of(signIns.getFirst().plus(LONG)) : Optional.empty();
    }

    private String madeFor() {
        return HexFormat.of()
                .formatHex(Tid.sha256(BlueskySettings.service(account) + "\n" + BlueskySettings.handle(account) + "\n"
                        + BlueskySettings.password(account).orElse("")));
    }

    private static Outcome out(FaultKind kind, String detail) {
        return new Outcome.Out(Fault.of(kind, detail));
    }

    private interface Work {
        Outcome run();
    }

    /** One thread at a time renews; the others wait for its result, unless they are cancelled. */
    private Outcome locked(IProgressMonitor monitor, Work work) {
        try {
            while (!lock.tryLock(100, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    return out(FaultKind.TRANSIENT, "cancelled");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return out(FaultKind.TRANSIENT, "interrupted");
        }
        try {
            return work.run();
        } catch (IllegalArgumentException e) {
            // The service's address cannot be used.
            return new Outcome.Out(
                    Fault.ofSetting(FaultKind.SETTINGS, BlueskySettings.SERVICE, String.valueOf(e.getMessage())));
        } finally {
            lock.unlock();
        }
    }
}
