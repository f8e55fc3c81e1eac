package org.kontor.runner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.kontor.api.store.Change;

/**
 * How far the change feed was read. On a team's server a number may become visible after a larger one, by no more than the moment
 * a commit takes, so the newest numbers are read again each time. Used by one thread.
 */
final class FeedPosition {
    /** More than can be at work at once, and cheap to read again. */
    private static final int AGAIN = 1_000;

    private final TreeSet<Long> newest = new TreeSet<>();
    private long floor;

    /** @param head everything up to here is known */
    FeedPosition(long head) {
        floor = head;
    }

    /**
     * What is new.
     *
     * @param read gives what comes after a number, oldest first; may give a part of it
     */
    List<Change> next(LongFunction<List<Change>> read) {
        List<Change> fresh = new ArrayList<>();
        long after = floor;
        List<Change> page = read.apply(after);
        while (!page.isEmpty()) {
            for (Change change : page) {
                if (newest.add(change.seq())) {
                    fresh.add(change);
                }
            }
            after = page.getLast().seq();
            page = read.apply(after);
        }
        while (newest.size() > AGAIN) {
            floor = newest.removeFirst();
        }
        return fresh;
    }
}
