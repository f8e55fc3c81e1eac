package org.kontor.api.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.UserId;

/**
 * What whoever works on a case may change.
 *
 * @param title one line
 * @param cause what led to it, as far as it is known; may be empty
 * @param remedy what the customers get or were promised; may be empty
 * @param owner who takes care; null for nobody yet
 * @param due until when something was promised; null where nothing was
 */
public record CaseFacts(
        String title,
        Severity severity,
        Category category,
        String cause,
        String remedy,
        @Nullable UserId owner,
        @Nullable Instant due) {
    /** No title is longer. */
    public static final int TITLE_LENGTH = 200;

    public CaseFacts {
        title = title.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (title.length() > TITLE_LENGTH) {
            throw new IllegalArgumentException("a title has at most " + TITLE_LENGTH + " characters");
        }
        cause = cause.strip();
        remedy = remedy.strip();
    }
}
