package org.kontor.desk.internal.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How long each of many calls took, in nanoseconds. */
final class Times {
    private final long[] nanos;
    private int count;

    Times(int most) {
        nanos = new long[most];
    }

    /** Measures one call. */
    void measure(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        nanos[count++] = System.nanoTime() - begin;
    }

    /** In milliseconds, of the calls so far. */
    double percentile(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * count) - 1;
        return sorted[Math.clamp(index, 0, count - 1)] / 1e6;
    }

    /** The processor time of this process so far, in nanoseconds, all threads together. */
    static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
