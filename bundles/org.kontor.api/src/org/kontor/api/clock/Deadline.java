package org.kontor.api.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an inquiry is to be answered.
 *
 * @param warn from then on it is urgent; not after {@code due}
 * @param due from then on it is late
 */
public record Deadline(Instant warn, Instant due) {
    public Deadline {
        if (warn.isAfter(due)) {
            throw new IllegalArgumentException("the warning " + warn + " comes after the deadline " + due);
        }
    }

    /** The one that comes first; null only where both are null. */
    public static @Nullable Deadline earlier(@Nullable Deadline a, @Nullable Deadline b) {
        return a == null || b != null && b.due().isBefore(a.due()) ? b : a;
    }
}
