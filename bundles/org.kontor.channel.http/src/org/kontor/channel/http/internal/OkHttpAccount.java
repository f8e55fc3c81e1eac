package org.kontor.channel.http.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.store.UiThread;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.Faults;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.RateBroker;
import org.kontor.channel.http.WebAddress;
import org.osgi.service.log.Logger;

/** One account's calls. */
final class OkHttpAccount implements AccountHttp {
    // Some servers refuse a request that does not say who asks (seen on Mastodon-compatible ones).
    private static final String USER_AGENT = "Kontor/0.1";
    private static final int TRIES = 3;
    private static final long FIRST_PAUSE_MS = 400;
    /** A server that asks for more than this gets its pause from the runner, not from a waiting thread. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final long LOOK_MS = 50;

    private final HttpSpec spec;
    private final Supplier<OkHttpClient> clients;
    private final RateBroker rates;
    private final Logger logger;
    private final InstantSource clock;
    private final Consumer<OkHttpAccount> whenClosed;
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile @Nullable OkHttpClient client;

    OkHttpAccount(
            HttpSpec spec,
            Supplier<OkHttpClient> clients,
            RateBroker rates,
            Logger logger,
            InstantSource clock,
            Consumer<OkHttpAccount> whenClosed) {
        this.spec = spec;
        this.clients = clients;
        this.rates = rates;
        this.logger = logger;
        this.clock = clock;
        this.whenClosed = whenClosed;
    }

    @Override
    public HttpAnswer call(HttpCall call, IProgressMonitor monitor) {
        UiThread.forbid("an HTTP call");
        if (!WebAddress.safe(call.address())) {
            return new HttpAnswer.NotSent(
                    new Fault(FaultKind.SETTINGS, "only https addresses are called", spec.addressSetting(), null));
        }
        int tries = call.reads() ? TRIES : 1;
        for (int number = 1; ; number++) {
            HttpAnswer answer = once(call, monitor);
            Optional<Duration> pause = number < tries ? pause(answer, number) : Optional.empty();
            if (pause.isEmpty() || !rest(pause.get(), monitor)) {
                return answer;
            }
        }
    }

    @Override
    public Optional<RateBroker.State> rate(String host, RateBroker.Bucket bucket) {
        return rates.state(RateBroker.Key.of(spec, host, bucket), clock.instant());
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Call::cancel);
        whenClosed.accept(this);
    }

    private HttpAnswer once(HttpCall call, IProgressMonitor monitor) {
        if (closed || monitor.isCanceled()) {
            return new HttpAnswer.NotSent(Fault.of(FaultKind.TRANSIENT, "cancelled before it began"));
        }
        RateBroker.Key key = RateBroker.Key.of(spec, call.address().getHost(), call.bucket());
        Optional<Instant> from = rates.ask(key, call.urgency(), call.cost(), clock.instant());
        if (from.isPresent()) {
            return new HttpAnswer.NotSent(Fault.rate("kept back to stay within the platform's rate limit", from.get()));
        }
        Trace trace = new Trace();
        long begun = System.nanoTime();
        HttpAnswer answer = exchange(call, trace, monitor);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        switch (answer) {
            case HttpAnswer.Response response -> {
                logger.debug("{} {}: {} in {} ms", spec.account(), call, response.status(), took);
                learn(key, response);
            }
            case HttpAnswer.NotSent not ->
                logger.debug(
                        "{} {}: not sent, {} after {} ms",
                        spec.account(),
                        call,
                        not.fault().kind(),
                        took);
            case HttpAnswer.Unknown unknown ->
                logger.debug(
                        "{} {}: no answer, {} after {} ms",
                        spec.account(),
                        call,
                        unknown.fault().kind(),
                        took);
        }
        return answer;
    }

    private void learn(RateBroker.Key key, HttpAnswer.Response response) {
        Instant now = clock.instant();
        Optional<RateBroker.State> told = spec.rates().read(response, now);
        told.ifPresent(state -> rates.observed(key, state));
        if (response.status() == 429) {
            Faults.retryAfter(response, now)
                    .or(() -> told.filter(s -> s.remaining() <= 0).map(RateBroker.State::resetAt))
                    .ifPresent(until -> rates.refused(key, until));
        }
    }

    private HttpAnswer exchange(HttpCall call, Trace trace, IProgressMonitor monitor) {
        String host = call.address().getHost();
        Call started = client(call).newCall(request(call, trace));
        CompletableFuture<HttpAnswer.Response> done = new CompletableFuture<>();
        running.add(started);
        try {
            started.enqueue(new Completing(done, call.maxBytes()));
            return await(done, started, monitor);
        } catch (IOException e) {
            Fault fault = monitor.isCanceled() || closed
                    ? Fault.of(FaultKind.TRANSIENT, "cancelled")
                    : e instanceof TooLong
                            ? Fault.of(FaultKind.PROTOCOL, said(e))
                            : Faults.ofIo(e, host, spec.addressSetting());
            return trace.mayHaveArrived(hasBody(call)) ? new HttpAnswer.Unknown(fault) : new HttpAnswer.NotSent(fault);
        } finally {
            running.remove(started);
        }
    }

    private static String said(IOException e) {
        String message = e.getMessage();
        return message == null ? "answer too long" : message;
    }

    private HttpAnswer await(CompletableFuture<HttpAnswer.Response> done, Call started, IProgressMonitor monitor)
            throws IOException {
        while (true) {
            try {
                return done.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCanceled() || closed) {
                    // Ends the exchange with an exception, which arrives here in the next round.
                    started.cancel();
                }
            } catch (InterruptedException e) {
                started.cancel();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException("an HTTP call failed unexpectedly", e.getCause());
            }
        }
    }

    private OkHttpClient client(HttpCall call) {
        OkHttpClient mine = client;
        if (mine == null) {
            mine = clients.get();
            client = mine;
        }
        // A write must not follow a redirect: it would be sent a second time.
        return mine.newBuilder()
                .callTimeout(call.timeout())
                .followRedirects(call.reads())
                .build();
    }

    private static boolean hasBody(HttpCall call) {
        byte[] body = call.body();
        return body != null && body.length > 0;
    }

    private static Request request(HttpCall call, Trace trace) {
        Request.Builder builder = new Request.Builder()
                .url(call.address().toString())
                .tag(Trace.class, trace)
                .header("User-Agent", USER_AGENT);
        call.headers().forEach(builder::header);
        byte[] body = call.body();
        return builder.method(
                        call.method(),
                        call.reads() ? null : trace.body(body == null ? new byte[0] : body, call.mediaType()))
                .build();
    }

    /** How long to wait before a read is tried again; empty if it is not. */
    private Optional<Duration> pause(HttpAnswer answer, int number) {
        Duration own =
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MS / 2, FIRST_PAUSE_MS << number));
        return switch (answer) {
            case HttpAnswer.Response response -> {
                if (response.status() != 429 && response.status() < 500 || response.status() == 501) {
                    yield Optional.empty();
                }
                Instant now = clock.instant();
                Optional<Duration> asked = Faults.retryAfter(response, now)
                        .map(at -> Duration.between(now, at).plus(own.dividedBy(4)));
                if (asked.isEmpty() && response.status() == 429) {
                    yield Optional.empty();
                }
                yield Optional.of(asked.orElse(own)).filter(d -> d.compareTo(LONGEST_WAIT) <= 0);
            }
            case HttpAnswer.NotSent not -> Optional.empty();
            // Broken in the middle, such as by a connection that had grown stale. A time-out has cost enough already.
            case HttpAnswer.Unknown unknown ->
                Optional.of(own)
                        .filter(d -> unknown.fault().kind() == FaultKind.TRANSIENT
                                && !unknown.fault().detail().contains("in time"));
        };
    }

    private boolean rest(Duration pause, IProgressMonitor monitor) {
        long until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until) {
            if (monitor.isCanceled() || closed) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The answer was longer than the caller takes. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long max) {
            super("the answer is longer than " + max + " bytes");
        }
    }

    /** Reads the answer on okhttp's thread. */
    private record Completing(CompletableFuture<HttpAnswer.Response> done, long maxBytes) implements Callback {
        // okhttp hands in no null, but its types do not say so.
        @Override
        public void onFailure(@Nullable Call call, @Nullable IOException e) {
            done.completeExceptionally(Objects.requireNonNull(e));
        }

        @Override
        public void onResponse(@Nullable Call call, okhttp3.@Nullable Response response) {
            try (okhttp3.Response answer = Objects.requireNonNull(response)) {
                done.complete(new HttpAnswer.Response(answer.code(), headers(answer.headers()), bytes(answer.body())));
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }

        private byte[] bytes(ResponseBody body) throws IOException {
            BufferedSource source = body.source();
            // Asking for one byte more than fits reads at most that much, however long the answer says it is.
            if (source.request(maxBytes + 1)) {
                throw new TooLong(maxBytes);
            }
            return source.readByteArray();
        }

        private static Map<String, List<String>> headers(Headers headers) {
            Map<String, List<String>> lower = new HashMap<>();
            headers.toMultimap()
                    .forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            return Map.copyOf(lower);
        }
    }
}
