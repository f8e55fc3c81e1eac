package org.kontor.desk.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.ledger.EventBalance;
import org.kontor.store.sqlite.SqliteStore;

/**
 * What receiving costs against the same rows inserted by bare JDBC, and how long an inbox waits at an agency's size, in one
 * run. {@code KONTOR_SCALE} is the share of 1,000,000 conversations and 5,000,000 messages; {@code KONTOR_SEED} repeats a run.
 */
@Tag("bench")
@Tag("bench-store")
class StoreBenchTest {
    private static final long MESSAGES = 5_000_000;
    private static final int PER_CONVERSATION = 5;
    private static final int A_SECOND = 200;
    private static final int TICKS_A_SECOND = 10;
    private static final int ASKED = 200;
    private static final long WARM_UP = 40_000;

    private final double scale = Double.parseDouble(Objects.requireNonNullElse(System.getenv("KONTOR_SCALE"), "0.02"));
    private final long seed = Long.parseLong(Objects.requireNonNullElse(System.getenv("KONTOR_SEED"), "20261128"));
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theStoreHoldsAnAgencysYears() throws Exception {
        long messages = (long) (MESSAGES * scale) / BenchAgency.BATCH * BenchAgency.BATCH;
        say(
                "SQLite, %,d messages in %,d conversations of %d brands, seed %d",
                messages,
                messages / PER_CONVERSATION,
                BenchAgency.BRANDS,
                seed,
                Runtime.getRuntime().maxMemory() >> 20);
        warmUp();
        Path full = Files.createDirectories(folder.resolve("full"));
        Map<String, Times> small;
        Map<String, Times> large;
        Map<String, Times> busy;
        long first;
        try (SqliteStore store = SqliteStore.open(full)) {
            BenchAgency agency = new BenchAgency(store, messages, PER_CONVERSATION);
            BenchAgency.Writing writing = agency.new Writing(seed);
            InboxReads reads = new InboxReads(agency, writing.words(), seed);
            first = receive(writing, messages / 10);
            reads.ask(ASKED / 4);
            small = reads.ask(ASKED);
            first += receive(writing, messages);
            say("received by the whole pipeline       %8.1f us of processor time a message", us(first, messages));
            long again = receive(agency.new Writing(seed), messages);
            say(
                    "the same once more                   %8.1f us, %.2f of the first time (goal 0.7)",
                    us(again, messages), (double) again / first);
            balanced(store, agency, messages);
            large = reads.ask(ASKED);
            busy = whileMessagesArrive(writing, () -> reads.ask(ASKED));
        }
        long bare = bare(full, "bare", messages);
        say(
                "the same rows by bare JDBC batches   %8.1f us: the pipeline costs %.2f times that (goal 2.0)",
                us(bare, messages), (double) first / bare);
        say(
                "database %,d MiB; heap of at most %,d MiB (goal 512)",
                Files.size(full.resolve("kontor.db")) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        table(small, large, busy);
        write();
    }

    /** The compiler's own work must not count as that of the pipeline. */
    private void warmUp() throws Exception {
        Path full = Files.createDirectories(folder.resolve("warm"));
        try (SqliteStore store = SqliteStore.open(full)) {
            BenchAgency agency = new BenchAgency(store, WARM_UP, PER_CONVERSATION);
            BenchAgency.Writing writing = agency.new Writing(seed + 1);
            receive(writing, WARM_UP);
            receive(agency.new Writing(seed + 1), WARM_UP);
            new InboxReads(agency, writing.words(), seed).ask(ASKED);
        }
        bare(full, "warm-bare", WARM_UP);
    }

    private static long receive(BenchAgency.Writing writing, long until) {
        long begin = Times.processor();
        while (writing.number() < until) {
            writing.receive(BenchAgency.BATCH);
        }
        return Times.processor() - begin;
    }

    private static double us(long nanos, long messages) {
        return nanos / 1e3 / messages;
    }

    private void balanced(SqliteStore store, BenchAgency agency, long messages) {
        EventBalance balance = store.read(
                agency.scope(), rows -> rows.eventBalance(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
        say("%s", balance);
        assertThat(balance.seen()).isEqualTo(2 * messages);
    }

    /** Does something while {@value #A_SECOND} messages a second arrive. */
    private Map<String, Times> whileMessagesArrive(BenchAgency.Writing writing, Supplier<Map<String, Times>> work)
            throws Exception {
        AtomicLong arrived = new AtomicLong();
        long begin = System.nanoTime();
        Map<String, Times> taken;
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> {
                        writing.receive(A_SECOND / TICKS_A_SECOND);
                        arrived.addAndGet(A_SECOND / TICKS_A_SECOND);
                    },
                    0,
                    1_000 / TICKS_A_SECOND,
                    TimeUnit.MILLISECONDS);
            taken = work.get();
            clock.shutdownNow();
        }
        say("while %.0f messages a second arrived", arrived.get() * 1e9 / (System.nanoTime() - begin));
        return taken;
    }

    private long bare(Path full, String name, long messages) throws Exception {
        Path empty = Files.createDirectories(folder.resolve(name));
        SqliteStore.open(empty).close();
        try (BareRows rows = new BareRows(full.resolve("kontor.db"), empty.resolve("kontor.db"))) {
            return rows.copy(messages / BenchAgency.BATCH);
        }
    }

    private void table(Map<String, Times> small, Map<String, Times> large, Map<String, Times> busy) {
        say("%-30s %10s %10s %10s %10s %10s", "ms", "p50", "p99", "p50 busy", "p99 busy", "to 1/10");
        large.forEach((what, times) -> {
            Times arriving = Objects.requireNonNull(busy.get(what));
            Times before = Objects.requireNonNull(small.get(what));
            say(
                    "%-30s %10.2f %10.2f %10.2f %10.2f %10.2f",
                    what,
                    times.percentile(0.5),
                    times.percentile(0.99),
                    arriving.percentile(0.5),
                    arriving.percentile(0.99),
                    times.percentile(0.5) / before.percentile(0.5));
        });
        say(
                "goals: p99 busy 16 for pages, counters and opening, 50 for searches; at ten times the size 1.3 times the page");
    }

    private void say(String form, Object... values) {
        String line = String.format(Locale.ROOT, form, values);
        lines.add(line);
        System.out.println(line);
    }

    /** Where {@code ./kontor bench} looks for what to print. */
    private void write() throws Exception {
        String wanted = System.getenv("KONTOR_RESULTS");
        if (wanted != null) {
            Files.write(Files.createDirectories(Path.of(wanted)).resolve("store.txt"), lines);
        }
    }
}
