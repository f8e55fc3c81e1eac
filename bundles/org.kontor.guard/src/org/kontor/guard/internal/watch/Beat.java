package org.kontor.guard.internal.watch;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides from looks at a UI thread, taken again and again, whether a plug-in keeps it busy. It is to blame when it was found in
 * every look from half of the limit on. A long gap between two looks of our own means that the machine slept, was overloaded, or
 * that all threads were held by a debugger: then nothing is known and counting begins anew. Not safe for use by several threads.
 */
final class Beat {
    private final long limit;
    private final long gap;
    private long since = -1;
    private long looked = -1;
    private Culprit.@Nullable Found suspect;
    private boolean innocent;
    private boolean told;

    /**
     * @param limit how long a plug-in may keep the thread busy
     * @param gap a longer pause between two looks is none of the thread's
     */
    Beat(Duration limit, Duration gap) {
        this.limit = limit.toNanos();
        this.gap = gap.toNanos();
    }

    /** The thread answered, or there is nothing to answer yet. */
    void answered(long now) {
        looked = now;
        since = now;
        suspect = null;
        innocent = false;
        told = false;
    }

    /** Whether the thread has been silent for so long that its stack is worth looking at. */
    boolean suspicious(long now) {
        return since >= 0 && now - looked <= gap && now - since >= limit / 2;
    }

    /**
     * The thread has not answered.
     *
     * @param found whose code it is in; null if it is in nobody's or was not looked at
     * @return whom to blame; only once for one silence
     */
    Optional<Culprit.Found> silent(long now, Culprit.@Nullable Found found) {
        if (since < 0 || now - looked > gap) {
            answered(now);
            return Optional.empty();
        }
        looked = now;
        if (now - since < limit / 2) {
            return Optional.empty();
        }
        Culprit.Found before = suspect;
        innocent |= found == null || before != null && !before.bundle().equals(found.bundle());
        suspect = found;
        if (now - since < limit || innocent || told || found == null) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(found);
    }

    /** How long the thread has been silent. */
    Duration silence(long now) {
        return Duration.ofNanos(since < 0 ? 0 : now - since);
    }
}
