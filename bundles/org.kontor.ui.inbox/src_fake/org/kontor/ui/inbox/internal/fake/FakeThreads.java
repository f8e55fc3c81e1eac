package org.kontor.ui.inbox.internal.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.inbox.internal.model.Threads;

/** One thread that plays all of them, with a clock that moves only when told. */
public final class FakeThreads implements Threads, InstantSource {
    private record Timer(Instant at, long number, Runnable task, AtomicBoolean cancelled) {}

    private final Deque<Runnable> works = new ArrayDeque<>();
    private final Deque<Runnable> uis = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Instant now;
    private long numbers;

    public FakeThreads(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public <T extends @Nullable Object> Task work(
            String name, Supplier<T> work, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        works.add(() -> {
            Runnable outcome;
            try {
                T result = work.get();
                outcome = () -> done.accept(result);
            } catch (RuntimeException fault) {
                outcome = () -> failed.accept(fault);
            }
            Runnable told = outcome;
            uis.add(() -> {
                if (!cancelled.get()) {
                    told.run();
                }
            });
        });
        return () -> cancelled.set(true);
    }

    @Override
    public Task later(Duration delay, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        timers.add(new Timer(now.plus(delay), numbers++, task, cancelled));
        return () -> cancelled.set(true);
    }

    @Override
    public void ui(Runnable task) {
        uis.add(task);
    }

    /** Does the work that waits and tells its outcomes, until nothing waits any more; the clock stands still. */
    public void settle() {
        for (int step = 0; step < 10_000; step++) {
            Runnable next = uis.isEmpty() ? works.poll() : uis.poll();
            if (next == null) {
                return;
            }
            next.run();
        }
        throw new AssertionError("work never ends");
    }

    /** Does one piece of work and tells its outcome. */
    public void workOne() {
        Runnable next = works.poll();
        if (next != null) {
            next.run();
        }
        while (!uis.isEmpty()) {
            uis.poll().run();
        }
    }

    /** How many pieces of work wait. */
    public int waiting() {
        return works.size();
    }

    /** Lets time pass; timers ring in their order and what they begin is done. */
    public void advance(Duration by) {
        Instant end = now.plus(by);
        settle();
        while (true) {
            Timer next = timers.stream()
                    .filter(timer -> !timer.at().isAfter(end))
                    .min(Comparator.comparing(Timer::at).thenComparing(Timer::number))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            now = next.at();
            if (!next.cancelled().get()) {
                next.task().run();
            }
            settle();
        }
        now = end;
    }
}
