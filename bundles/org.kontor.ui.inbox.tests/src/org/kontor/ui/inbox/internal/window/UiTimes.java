package org.kontor.ui.inbox.internal.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of the platform's event loop and measures how long each of its rounds takes: one native event with all that
 * it causes, painting among it, or one runnable. All on the UI thread.
 */
final class UiTimes implements InboxWindow.Loop {
    private final List<Long> rounds = new ArrayList<>();
    /** What of a round this thread worked: it does not hang on what else the machine does. */
    private final List<Long> worked = new ArrayList<>();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private boolean ended;

    /** Forgets what was measured. */
    void begin() {
        rounds.clear();
        worked.clear();
    }

    /** Calls this once when nothing waits to be done. */
    void whenIdle(Runnable then) {
        whenIdle.add(then);
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void eventLoopIdle(@Nullable Display display) {
        if (display == null) {
            return;
        }
        while (!ended && !display.isDisposed()) {
            long begin = System.nanoTime();
            long before = threads.getCurrentThreadCpuTime();
            if (display.readAndDispatch()) {
                rounds.add(System.nanoTime() - begin);
                worked.add(threads.getCurrentThreadCpuTime() - before);
                continue;
            }
            List<Runnable> then = List.copyOf(whenIdle);
            whenIdle.clear();
            if (then.isEmpty()) {
                display.sleep();
            }
            then.forEach(Runnable::run);
        }
    }

    @Override
    public void eventLoopException(@Nullable Throwable exception) {
        throw new IllegalStateException(exception);
    }

    /** What was measured since {@link #begin}: by the clock, and what of it this thread worked. */
    List<String> lines(String what) {
        long all = worked.stream().mapToLong(Long::longValue).sum();
        return List.of(
                line(what, rounds),
                line("  processor time of these", worked) + String.format(Locale.ROOT, "   in all %.1f s", all / 1e9));
    }

    /** Count and distribution of times given in nanoseconds. */
    static String line(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        long over = Arrays.stream(sorted).filter(each -> each > 100_000_000).count();
        return String.format(
                Locale.ROOT,
                "%-34s count %6d   P50 %7.2f ms   P95 %7.2f ms   P99 %7.2f ms   max %7.1f ms   over 100 ms: %d",
                what,
                sorted.length,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1.00),
                over);
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }
}
