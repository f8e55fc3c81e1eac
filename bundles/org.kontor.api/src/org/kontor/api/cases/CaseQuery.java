package org.kontor.api.cases;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * What a board of cases shows.
 *
 * @param brands narrows what the scope may read; empty for all of it
 * @param state which of them
 * @param owner only those of this user; null for all
 * @param limit the most to be returned, 1 to 10,000
 */
public record CaseQuery(
        Set<BrandId> brands, State state, @Nullable UserId owner, int limit) {
    /** No query returns more. */
    public static final int MOST = 10_000;

    /** Which cases. */
    public sealed interface State {
        /** Those that are worked on: the worst first, then by what was promised first, then the oldest. */
        record Open() implements State {}

        /**
         * Those closed within a time, the last one first.
         *
         * @param from inclusive
         * @param to exclusive
         */
        record Closed(Instant from, Instant to) implements State {}
    }

    public CaseQuery {
        brands = Set.copyOf(brands);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", was " + limit);
        }
    }

    /** All open cases. */
    public static CaseQuery open(Set<BrandId> brands) {
        return new CaseQuery(brands, new State.Open(), null, MOST);
    }
}
