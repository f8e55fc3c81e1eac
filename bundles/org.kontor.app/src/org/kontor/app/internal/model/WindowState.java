package org.kontor.app.internal.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the window was left. The platform's own memory is off: it would bring back parts of plug-ins that are gone.
 *
 * @param frame where the window stood when it was not maximised; null before the first time
 * @param maximised whether it filled the screen
 * @param perspective element id of the one that showed; null if none did
 * @param shares element id to share of its pane, as the sashes were left
 * @param tool element id of the tool that the drawer below showed; null if it was closed
 * @param brands ids of the brands that the filter let through; empty for all
 * @param range the time range as {@link RangeText} writes it; null for the usual one
 */
public record WindowState(
        @Nullable Frame frame,
        boolean maximised,
        @Nullable String perspective,
        Map<String, Integer> shares,
        @Nullable String tool,
        Set<Long> brands,
        @Nullable String range) {
    /** Before the first time. */
    public static final WindowState NONE = new WindowState(null, false, null, Map.of(), null, Set.of(), null);

    public WindowState {
        shares = orEmpty(shares);
        brands = orEmpty(brands);
    }

    /** A file of an older version lacks what came later. */
    private static Map<String, Integer> orEmpty(@Nullable Map<String, Integer> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }

    private static Set<Long> orEmpty(@Nullable Set<Long> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }
}
