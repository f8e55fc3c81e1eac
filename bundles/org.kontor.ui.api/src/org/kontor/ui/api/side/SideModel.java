package org.kontor.ui.api.side;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;

/**
 * What a section shows: a title and lines below it.
 *
 * @param title in the language of the request, not blank
 * @param lines from top to bottom; at most 20 are drawn
 * @since 0.1
 */
public record SideModel(String title, List<Line> lines) {
    public SideModel {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        lines = List.copyOf(lines);
    }

    /**
     * One line: a quiet label at the left, the value at the right.
     *
     * @param label may be empty
     * @param value may be empty
     * @param opens the conversation that a click opens; null if the line is only read
     */
    public record Line(String label, String value, @Nullable ConversationRef opens) {
        /** A line that is only read. */
        public Line(String label, String value) {
            this(label, value, null);
        }
    }
}
