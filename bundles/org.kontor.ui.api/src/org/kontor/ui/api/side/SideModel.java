package org.kontor.ui.api.side;

import java.util.List;
import java.util.Map;
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

    /** A command of the application model with its parameters, such as {@link org.kontor.ui.api.Commands#OPEN_CASE}. */
    public record Run(String command, Map<String, String> parameters) {
        public Run {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * One line: a quiet label at the left, the value at the right.
     *
     * @param label may be empty
     * @param value may be empty
     * @param opens the conversation that a click opens; null if it opens none
     * @param runs the command that a click runs; null if it runs none. It is looked at where {@code opens} is null
     */
    public record Line(
            String label,
            String value,
            @Nullable ConversationRef opens,
            @Nullable Run runs) {
        /** A line that opens a conversation, or is only read. */
        public Line(String label, String value, @Nullable ConversationRef opens) {
            this(label, value, opens, null);
        }

        /** A line that is only read. */
        public Line(String label, String value) {
            this(label, value, null);
        }
    }
}
