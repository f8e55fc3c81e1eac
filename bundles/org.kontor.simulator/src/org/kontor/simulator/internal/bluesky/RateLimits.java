package org.kontor.simulator.internal.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts points in fixed windows as the real server does (https://docs.bsky.app/docs/advanced-guides/rate-limits). Safe for
 * several threads.
 */
final class RateLimits {

    /**
     * How a limit stands after a request.
     *
     * @param limit points in a window
     * @param remaining points left in this one
     * @param reset when the next one begins
     * @param window its length
     * @param exceeded whether the request goes beyond it
     */
    record Standing(int limit, int remaining, Instant reset, Duration window, boolean exceeded) {

        /** The tighter of two standings. */
        static @Nullable Standing tighter(@Nullable Standing one, @Nullable Standing other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            if (one.exceeded != other.exceeded) {
                return one.exceeded ? one : other;
            }
            return other.remaining < one.remaining ? other : one;
        }
    }

    private static final class Window {
        private Instant end = Instant.EPOCH;
        private int used;
    }

    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Takes points from a limit. */
    synchronized Standing take(String key, int points, int limit, Duration length) {
        Instant now = clock.instant();
        if (windows.size() > KEPT) {
            windows.values().removeIf(window -> !window.end.isAfter(now));
        }
        Window window = windows.computeIfAbsent(key, k -> new Window());
        if (!window.end.isAfter(now)) {
            window.end = now.plus(length);
            window.used = 0;
        }
        window.used = (int) Math.min(Integer.MAX_VALUE, (long) window.used + points);
        int remaining = Math.max(0, limit - window.used);
        return new Standing(limit, remaining, window.end, length, window.used > limit);
    }
}
