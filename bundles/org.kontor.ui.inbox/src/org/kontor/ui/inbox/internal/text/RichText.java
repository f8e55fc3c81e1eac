package org.kontor.ui.inbox.internal.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with marked places, all that is left of a message when it is shown.
 *
 * @param text lines end with a line feed
 * @param spans may overlap
 * @param tail where the quoted end of the text begins; its length if it does not end with a quote
 * @param cut whether the end was left out because it was too long
 */
public record RichText(String text, List<Span> spans, int tail, boolean cut) {
    public static final RichText EMPTY = new RichText("", List.of(), 0, false);

    public RichText {
        spans = List.copyOf(spans);
    }

    /** What a place is. */
    public enum Mark {
        BOLD,
        ITALIC,
        STRUCK,
        HEADING,
        CODE,
        QUOTE,
        /** Can be opened; the target is an http, https or mailto address. */
        LINK,
        /** Stands for a picture that was not loaded; the target is its http or https address, if it has one. */
        PICTURE
    }

    /**
     * A marked place.
     *
     * @param target of a link or a picture; null else
     */
    public record Span(
            int start, int length, Mark mark, @Nullable String target) {
        /** The place after the last character. */
        public int end() {
            return start + length;
        }
    }

    /** The text without its quoted end. */
    public RichText withoutTail() {
        String head = text.substring(0, tail).stripTrailing();
        return new RichText(
                head,
                spans.stream()
                        .filter(span -> span.start() < head.length())
                        .map(span -> new Span(
                                span.start(),
                                Math.min(span.length(), head.length() - span.start()),
                                span.mark(),
                                span.target()))
                        .toList(),
                head.length(),
                cut);
    }

    /** Whether there is a quoted end, and something before it. */
    public boolean hasTail() {
        return tail < text.length() && !text.substring(0, tail).isBlank();
    }
}
