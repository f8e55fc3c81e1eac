package org.kontor.guard.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeatTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Culprit.Found PLUG = new Culprit.Found("sample.plug", "sample.plug.Part.paint");
    private static final Culprit.Found OTHER = new Culprit.Found("sample.other", "sample.other.Part.paint");

    private final Beat beat = new Beat(LIMIT, LIMIT);
    private long now = 1_000_000_000L;

    private Optional<Culprit.Found> silent(int millis, Culprit.@Nullable Found found) {
        now += Duration.ofMillis(millis).toNanos();
        return beat.silent(now, found);
    }

    private Optional<Culprit.Found> silentFor(int millis, Culprit.@Nullable Found found) {
        Optional<Culprit.Found> guilty = Optional.empty();
        for (int passed = 0; passed < millis && guilty.isEmpty(); passed += 250) {
            guilty = silent(250, found);
        }
        return guilty;
    }

    @Test
    void whoKeepsTheThreadBusyForTheWholeLimitIsToBlameOnce() {
        beat.answered(now);
        assertEquals(Optional.empty(), silentFor(1_750, PLUG));
        assertEquals(Optional.of(PLUG), silent(250, PLUG));
        assertEquals(Optional.empty(), silentFor(60_000, PLUG));
        beat.answered(now);
        assertEquals(Optional.of(PLUG), silentFor(2_000, PLUG));
    }

    @Test
    void theHouseIsNeverToBlame() {
        beat.answered(now);
        assertEquals(Optional.empty(), silentFor(60_000, null));
    }

    @Test
    void whoWasThereForAPartOfItIsNotToBlame() {
        beat.answered(now);
        silentFor(1_500, null);
        assertEquals(Optional.empty(), silentFor(10_000, PLUG));
        beat.answered(now);
        silentFor(1_500, OTHER);
        assertEquals(Optional.empty(), silentFor(10_000, PLUG));
    }

    @Test
    void aMachineThatSleptBlamesNobody() {
        beat.answered(now);
        silentFor(1_750, PLUG);
        assertEquals(Optional.empty(), silent(3_600_000, PLUG));
        assertEquals(Optional.empty(), silentFor(1_750, PLUG));
        assertEquals(Optional.of(PLUG), silent(250, PLUG));
    }

    /** Whatever happens, nobody is blamed who was not in every look at the second half of a silence without gaps. */
    @Test
    void blameNeverFallsOnWhoWasNotThereAllTheTime() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        int blamed = 0;
        for (int run = 0; run < 2_000; run++) {
            Beat each = new Beat(LIMIT, LIMIT);
            long at = 0;
            long since = 0;
            long same = 0;
            Culprit.@Nullable Found last = null;
            each.answered(at);
            Culprit.@Nullable Found usual = random.nextBoolean() ? PLUG : null;
            for (int look = 0; look < 40; look++) {
                long step = Duration.ofMillis(random.nextInt(50) == 0 ? 5_000 : 100 + random.nextInt(300))
                        .toNanos();
                at += step;
                Culprit.@Nullable Found found = random.nextInt(30) == 0 ? OTHER : usual;
                boolean gap = step > LIMIT.toNanos();
                if (gap || random.nextInt(40) == 0) {
                    if (!gap) {
                        each.answered(at);
                    } else {
                        assertTrue(each.silent(at, found).isEmpty(), "seed " + seed);
                    }
                    since = at;
                    same = at;
                    last = null;
                    continue;
                }
                if (last == null || found == null || !last.bundle().equals(found.bundle())) {
                    same = at;
                }
                last = found;
                Optional<Culprit.Found> guilty = each.silent(at, found);
                if (guilty.isPresent()) {
                    blamed++;
                    String where = "seed " + seed + ", run " + run + ", look " + look;
                    assertEquals(found, guilty.get(), where);
                    assertTrue(at - since >= LIMIT.toNanos(), where);
                    assertTrue(
                            same
                                    <= since
                                            + LIMIT.toNanos() / 2
                                            + Duration.ofMillis(400).toNanos(),
                            where);
                }
            }
        }
        assertTrue(blamed > 100, "seed " + seed + ": only " + blamed);
        System.out.println("kontor: watchdog seed " + seed + ", " + blamed + " silences with somebody to blame");
    }
}
