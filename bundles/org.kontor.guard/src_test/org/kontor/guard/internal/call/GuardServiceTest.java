package org.kontor.guard.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.ScopeException;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Contribution.Kind;
import org.kontor.api.plugin.FloodException;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.plugin.Trouble.Reason;
import org.kontor.api.store.UiThread;
import org.kontor.guard.internal.QuietLog;
import org.kontor.guard.internal.file.KeptRecord;

@Timeout(60)
class GuardServiceTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final String PLUG = "sample.plug";

    /** A contributed service: its bundle is the one that it names. */
    private record Plug(String bundle) {}

    @TempDir
    Path folder;

    private final Map<String, String> versions = new HashMap<>(Map.of(PLUG, "1.0.0"));
    private final List<GuardService> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(GuardService::close);
        UiThread.release();
    }

    @Test
    void anAnswerComesThroughAndRunsOnAnotherThread() {
        Guarded<String> said =
                call(guard(LONG), monitor -> Thread.currentThread().getName());
        assertTrue(assertInstanceOf(Guarded.Answered.class, said)
                .value()
                .toString()
                .startsWith("contribution-"));
    }

    @Test
    void threeFaultsInARowSwitchOffAndTryingAgainSwitchesOn() {
        GuardService guard = guard(LONG);
        AtomicInteger told = new AtomicInteger();
        guard.onChange(told::incrementAndGet);
        AtomicInteger calls = new AtomicInteger();
        for (int i = 1; i <= Guard.PATIENCE; i++) {
            Trouble trouble = failed(call(guard, monitor -> {
                calls.incrementAndGet();
                throw new IllegalStateException("no shop today\nand more");
            }));
            assertEquals(i, trouble.faults());
            assertEquals(i == Guard.PATIENCE, trouble.off());
            assertEquals(Reason.THREW, trouble.reason());
            assertEquals("IllegalStateException: no shop today", trouble.detail());
        }
        assertInstanceOf(Guarded.Off.class, call(guard, monitor -> calls.incrementAndGet()));
        assertEquals(Guard.PATIENCE, calls.get());
        assertEquals(1, guard.troubles().size());
        guard.tryAgain(guard.troubles().getFirst().contribution());
        assertEquals(List.of(), guard.troubles());
        assertInstanceOf(Guarded.Answered.class, call(guard, monitor -> "well"));
        assertEquals(Guard.PATIENCE + 1, told.get());
    }

    @Test
    void anAnswerEndsTheRowOfFaults() {
        GuardService guard = guard(LONG);
        for (int i = 0; i < 10; i++) {
            failed(call(guard, monitor -> boom()));
            failed(call(guard, monitor -> boom()));
            assertInstanceOf(Guarded.Answered.class, call(guard, monitor -> "well"));
        }
        assertEquals(List.of(), guard.troubles());
    }

    @Test
    void whatTakesTooLongIsAskedToEndAndInterrupted() throws InterruptedException {
        GuardService guard = guard(SHORT);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Trouble trouble = failed(call(guard, monitor -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            if (monitor.isCanceled()) {
                cancelled.countDown();
            }
            return "late";
        }));
        assertEquals(Reason.SLOW, trouble.reason());
        assertEquals("60 ms", trouble.detail());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertTrue(cancelled.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aContributionThatNeverReturnsHoldsOneThreadOnly() throws InterruptedException {
        GuardService guard = guard(SHORT);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        List<Trouble> troubles = new ArrayList<>();
        for (int i = 0; i < Guard.PATIENCE; i++) {
            troubles.add(failed(call(guard, monitor -> {
                inside.incrementAndGet();
                stubborn(end);
                return "at last";
            })));
        }
        assertEquals(1, inside.get());
        assertEquals(1, guard.stuck());
        assertTrue(troubles.getLast().off());
        end.countDown();
        until(() -> guard.stuck() == 0);
        guard.tryAgain(troubles.getLast().contribution());
        assertInstanceOf(Guarded.Answered.class, call(guard, monitor -> "well"));
    }

    @Test
    void aBundleThatChangesItsIdsHoldsAFewThreadsOnly() {
        GuardService guard = guard(SHORT);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            failed(guard.call(Kind.PALETTE, "id" + i, new Plug(PLUG), new NullProgressMonitor(), (plug, monitor) -> {
                inside.incrementAndGet();
                stubborn(end);
                return "never";
            }));
        }
        assertEquals(GuardService.MOST_STUCK, inside.get());
        assertEquals(TroubleBook.MOST_OF_A_BUNDLE, guard.troubles().size());
        assertInstanceOf(
                Guarded.Answered.class,
                guard.call(
                        Kind.PALETTE, "x", new Plug("another"), new NullProgressMonitor(), (plug, monitor) -> "well"));
        end.countDown();
    }

    @Test
    void aCancelledCallIsNoFault() throws Exception {
        GuardService guard = guard(LONG);
        IProgressMonitor monitor = new NullProgressMonitor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            Future<?> caller = callers.submit(() -> assertThrows(
                    OperationCanceledException.class,
                    () -> guard.call(Kind.SIDE_SECTION, "orders", new Plug(PLUG), monitor, (plug, own) -> {
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } finally {
                            ended.countDown();
                        }
                        return "never";
                    })));
            begun.await();
            monitor.setCanceled(true);
            caller.get();
            ended.await();
        }
        assertEquals(List.of(), guard.troubles());
        assertInstanceOf(Guarded.Answered.class, call(guard, own -> "well"));
    }

    @Test
    void aCallWaitsForOneThatWasCancelledAndStillRuns() throws Exception {
        GuardService guard = guard(LONG);
        IProgressMonitor monitor = new NullProgressMonitor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            Future<?> first = callers.submit(() -> assertThrows(
                    OperationCanceledException.class,
                    () -> guard.call(Kind.SIDE_SECTION, "orders", new Plug(PLUG), monitor, (plug, own) -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        begun.countDown();
                        stubborn(end);
                        inside.decrementAndGet();
                        return "never";
                    })));
            begun.await();
            monitor.setCanceled(true);
            first.get();
            Future<Guarded<String>> second = callers.submit(() -> call(guard, own -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                return "well";
            }));
            end.countDown();
            assertInstanceOf(Guarded.Answered.class, second.get());
        }
        assertEquals(1, most.get());
    }

    @Test
    void reasonsAreToldApart() {
        GuardService guard = guard(LONG);
        assertEquals(Reason.REACHED_TOO_FAR, failed(call(guard, m -> reach())).reason());
        assertEquals(
                Reason.FLOODED,
                failed(call(guard, m -> FloodException.limit(endless(), 10))).reason());
        assertEquals(
                Reason.THREW,
                failed(call(guard, m -> {
                            throw new NoClassDefFoundError("shop/Client");
                        }))
                        .reason());
    }

    @Test
    void anExceptionThatCannotSayWhatItIsIsAFaultLikeAnyOther() {
        Trouble trouble = failed(call(guard(LONG), monitor -> {
            throw new RuntimeException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("not even that");
                }
            };
        }));
        assertTrue(trouble.detail().endsWith(": its message cannot be read"), trouble.detail());
    }

    @Test
    void theHouseIsNeverSwitchedOff() {
        GuardService guard = guard(LONG);
        for (int i = 0; i < 2 * Guard.PATIENCE; i++) {
            Guarded<Object> said = guard.call(
                    Kind.CLOCK,
                    "policy",
                    new Plug("org.kontor.escalation"),
                    new NullProgressMonitor(),
                    (s, m) -> boom());
            assertFalse(failed(said).off());
        }
    }

    @Test
    void safeModeCallsTheHouseAlone() {
        GuardService guard = guard(LONG, true);
        Guarded<String> plug = call(guard, monitor -> "called");
        assertEquals(
                Reason.SAFE_MODE,
                assertInstanceOf(Guarded.Off.class, plug).trouble().reason());
        assertInstanceOf(
                Guarded.Answered.class,
                guard.call(
                        Kind.CLOCK,
                        "policy",
                        new Plug("org.kontor.escalation"),
                        new NullProgressMonitor(),
                        (s, m) -> 1));
        assertEquals(List.of(), guard.troubles());
    }

    @Test
    void aBundleThatBlockedTheWindowStaysOffUntilItIsTriedAgainOrReplaced() {
        guard(LONG).block(PLUG, "3 s in sample.plug.Part");
        GuardService later = guard(LONG);
        Guarded<String> said = call(later, monitor -> "called");
        Trouble trouble = assertInstanceOf(Guarded.Off.class, said).trouble();
        assertEquals(Reason.BLOCKED_WINDOW, trouble.reason());
        assertEquals(new Contribution(PLUG, Kind.WINDOW, PLUG), trouble.contribution());
        versions.put(PLUG, "1.1.0");
        assertInstanceOf(Guarded.Answered.class, call(guard(LONG), monitor -> "called"));
        versions.put(PLUG, "1.0.0");
        later.tryAgain(trouble.contribution());
        assertInstanceOf(Guarded.Answered.class, call(later, monitor -> "called"));
        assertInstanceOf(Guarded.Answered.class, call(guard(LONG), monitor -> "called"));
    }

    @Test
    void whatWasSwitchedOffForItsFaultsIsTriedAgainByARestart() {
        GuardService guard = guard(LONG);
        for (int i = 0; i < Guard.PATIENCE; i++) {
            call(guard, monitor -> boom());
        }
        assertInstanceOf(Guarded.Off.class, call(guard, monitor -> "called"));
        assertInstanceOf(Guarded.Answered.class, call(guard(LONG), monitor -> "called"));
    }

    @Test
    void theUiThreadDoesNotWaitForAPlugIn() {
        UiThread.claim();
        assertThrows(IllegalStateException.class, () -> call(guard(LONG), monitor -> "called"));
    }

    /** Many callers, random contributions that answer, throw or hang: the count of faults follows a plain model. */
    @Test
    void underLoadEveryContributionIsJudgedAlone() throws Exception {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        GuardService guard = guard(Duration.ofMillis(150));
        SplittableRandom seeds = new SplittableRandom(seed);
        int contributions = 12;
        int rounds = 40;
        CountDownLatch end = new CountDownLatch(1);
        List<Callable<String>> callers = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        for (int c = 0; c < contributions; c++) {
            int number = c;
            SplittableRandom random = seeds.split();
            callers.add(() -> {
                int row = 0;
                boolean stuck = false;
                for (int round = 0; round < rounds; round++) {
                    int what = random.nextInt(40);
                    Guarded<String> said = guard.call(
                            Kind.REPLY_CHECK, "check", new Plug("plug" + number), new NullProgressMonitor(), (s, m) -> {
                                calls.incrementAndGet();
                                return switch (what) {
                                    case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> boom();
                                    case 0 -> {
                                        stubborn(end);
                                        yield "late";
                                    }
                                    default -> "well";
                                };
                            });
                    boolean off = row >= Guard.PATIENCE;
                    boolean wrong = stuck || what <= 10;
                    stuck |= !off && what == 0;
                    String where = "seed " + seed + ", contribution " + number + ", round " + round;
                    switch (said) {
                        case Guarded.Answered<String> a -> assertFalse(off || wrong, where);
                        case Guarded.Off<String> o -> assertTrue(off, where);
                        case Guarded.Failed<String> f -> {
                            assertTrue(wrong && !off, where);
                            assertEquals(row + 1, f.trouble().faults(), where);
                        }
                    }
                    row = off ? row : wrong ? row + 1 : 0;
                }
                return stuck ? "stuck" : "free";
            });
        }
        long stuck = 0;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<String> each : threads.invokeAll(callers)) {
                stuck += each.get().equals("stuck") ? 1 : 0;
            }
        }
        assertEquals(stuck, guard.stuck());
        System.out.println("kontor: guard seed " + seed + ": " + contributions * rounds + " calls of " + contributions
                + " contributions, " + calls + " got through, "
                + guard.troubles().stream().filter(Trouble::off).count()
                + " switched off, " + stuck + " threads stuck");
        end.countDown();
        until(() -> guard.stuck() == 0);
    }

    private GuardService guard(Duration limit) {
        return guard(limit, false);
    }

    private GuardService guard(Duration limit, boolean safe) {
        TroubleBook book = new TroubleBook(
                new KeptRecord<>(folder.resolve(GuardService.FILE), TroubleBook.Kept.class, QuietLog.LOGGER),
                name -> Optional.ofNullable(versions.get(name)),
                InstantSource.system(),
                QuietLog.LOGGER);
        GuardService guard = new GuardService(book, safe, service -> ((Plug) service).bundle(), kind -> limit);
        opened.add(guard);
        return guard;
    }

    private interface Work<T> {
        T with(IProgressMonitor monitor) throws Exception;
    }

    private static <T> Guarded<T> call(Guard guard, Work<T> work) {
        return guard.call(
                Kind.SIDE_SECTION, "orders", new Plug(PLUG), new NullProgressMonitor(), (plug, m) -> work.with(m));
    }

    private static Trouble failed(Guarded<?> said) {
        return assertInstanceOf(Guarded.Failed.class, said).trouble();
    }

    private static <T> T boom() {
        throw new IllegalStateException("boom");
    }

    private static String reach() {
        throw new ScopeException("another brand");
    }

    private static Iterable<String> endless() {
        Iterator<String> same = Collections.nCopies(Integer.MAX_VALUE, "x").iterator();
        return () -> same;
    }

    /** Does not listen to anybody until the test ends. */
    private static void stubborn(CountDownLatch end) {
        boolean waiting = true;
        while (waiting) {
            try {
                end.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
