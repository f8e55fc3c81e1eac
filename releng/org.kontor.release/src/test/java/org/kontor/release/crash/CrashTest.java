package org.kontor.release.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.release.DemoProduct;

/**
 * The product without its window, as a process of its own, receives and answers under load and is killed again and again.
 * Afterwards nothing that a server handed out may be missing, and nothing may have been sent twice. KONTOR_SEED and
 * KONTOR_KILLS repeat a run or lengthen it.
 */
class CrashTest {
    private static final int MESSAGES_PER_SECOND = 4;
    private static final Duration SHORTEST_LIFE = Duration.ofMillis(500);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(9);
    /** Long enough that many a kill falls between handing a reply over and hearing that it was taken. */
    private static final Duration SENDING = Duration.ofMillis(150);

    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

    private final long seed =
            Long.parseLong(Objects.requireNonNullElse(System.getenv("KONTOR_SEED"), Long.toString(System.nanoTime())));

    @TempDir
    private Path folder;

    @Test
    void tenKillsLoseAndDoubleNothing() throws Exception {
        survives(10);
    }

    @Test
    @Tag("soak")
    @Tag("soak-kill")
    void manyKillsLoseAndDoubleNothing() throws Exception {
        survives(Integer.parseInt(Objects.requireNonNullElse(System.getenv("KONTOR_KILLS"), "50")));
    }

    private void survives(int kills) throws Exception {
        say("seed " + seed + ", " + kills + " kills");
        Product product = new Product(DemoProduct.copyTo(folder.resolve("product")));
        Path state = Files.createDirectories(folder.resolve("servers"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Path acknowledged = folder.resolve("acknowledged.tsv");
        Path output = folder.resolve("output.txt");
        Process world = product.simulator(state, folder.resolve("ports.json"), seed, folder.resolve("servers.txt"));
        try {
            Servers servers = Servers.ready(folder.resolve("ports.json"));
            servers.takeTime(SENDING);
            Random random = new Random(seed);
            Crowd crowd = new Crowd(servers, servers.brands(), new Random(random.nextLong()), MESSAGES_PER_SECOND);
            List<Long> lives = new ArrayList<>();
            try (crowd) {
                for (int i = 0; i < kills; i++) {
                    Process victim = product.headless(data, servers.address(), acknowledged, output);
                    long life = random.nextLong(SHORTEST_LIFE.toMillis(), LONGEST_LIFE.toMillis());
                    boolean ended = victim.waitFor(life, TimeUnit.MILLISECONDS);
                    assertThat(ended)
                            .as("ended by itself: " + Files.readString(output))
                            .isFalse();
                    Product.kill(victim);
                    lives.add(life);
                }
            }
            say("lives in ms " + lives);
            Path last = folder.resolve("last-output.txt");
            drain(product.headless(data, servers.address(), acknowledged, last), data, crowd.written(), last);
            judge(servers, data, crowd.written(), Files.readAllLines(acknowledged), kills);
        } finally {
            Product.end(world);
        }
    }

    /** Lets the process work until nothing waits any more, and ends it. */
    private static void drain(Process process, Path data, List<String> written, Path output) throws Exception {
        Instant begun = Instant.now();
        try {
            String waiting = waiting(data, written);
            while (!waiting.isEmpty()) {
                if (Instant.now().isAfter(begun.plus(DRAINED_WITHIN))) {
                    throw new AssertionError("still to be done after " + DRAINED_WITHIN + ": " + waiting
                            + "\nthe process said\n" + Files.readString(output)
                            + "\nand does\n" + Product.threads(process));
                }
                assertThat(process.waitFor(500, TimeUnit.MILLISECONDS))
                        .as("the last start ended by itself")
                        .isFalse();
                waiting = waiting(data, written);
            }
        } finally {
            Product.end(process);
        }
        say("drained in " + Duration.between(begun, Instant.now()).toMillis() + " ms");
    }

    /** What is still to be done; empty when nothing is. */
    private static String waiting(Path data, List<String> written) throws SQLException {
        // On a slow machine no life so far may have been long enough to make the database.
        if (!Files.exists(file(data))) {
            return "no database yet";
        }
        try (Database store = new Database(file(data))) {
            if (store.number("SELECT count(*) FROM sqlite_schema WHERE name = 'message'") == 0) {
                return "no tables yet";
            }
            long missing = written.size()
                    - store.number("SELECT count(*) FROM message WHERE direction = 'INBOUND' AND history = 0");
            long events = store.number("SELECT count(*) FROM ledger WHERE outcome = 'WAITING'");
            long open = store.number("SELECT count(*) FROM conversation WHERE state = 'OPEN' AND send_trouble = 0");
            List<String> outbox = store.lines("SELECT o.id, a.channel, o.state, o.attempts, o.read_backs, o.fault_kind,"
                    + " o.fault_detail, o.detail, datetime(o.not_before / 1000000000, 'unixepoch')"
                    + " FROM outbox o JOIN account a ON a.brand_id = o.brand_id AND a.id = o.account_id"
                    + " WHERE o.state IN ('QUEUED', 'SENDING')"
                    + " OR o.state = 'UNDECIDED' AND o.not_before < 9223372036854775807 LIMIT 20");
            return missing > 0 || events > 0 || open > 0 || !outbox.isEmpty()
                    ? missing + " messages missing, " + events + " events wait, " + open + " open, outbox " + outbox
                    : "";
        }
    }

    private static Path file(Path data) {
        return data.resolve("demo").resolve("kontor.db");
    }

    private void judge(Servers servers, Path data, List<String> written, List<String> acknowledged, int kills)
            throws Exception {
        try (Database store = new Database(file(data))) {
            Findings findings = new Findings(store, written, acknowledged, servers.seen());
            say(kills + " kills, seed " + seed + ": " + written.size() + " messages written, "
                    + store.number("SELECT sum(seen) FROM ledger_day") + " events seen, "
                    + store.number("SELECT sum(duplicate) FROM ledger_day") + " of them repeats; "
                    + acknowledged.size() + " replies acknowledged, " + findings.states() + ", "
                    + servers.seen().size() + " answers on the servers; "
                    + findings.wrong().size() + " findings");
            assertThat(findings.wrong()).as("seed %d", seed).isEmpty();
        }
    }

    private static void say(String line) {
        System.out.println("kontor: " + line);
    }
}
