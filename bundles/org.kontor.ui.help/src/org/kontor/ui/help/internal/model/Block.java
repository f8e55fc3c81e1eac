package org.kontor.ui.help.internal.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One piece of a page, from top to bottom. */
public sealed interface Block {
    /** A heading; level 1 is the title of the page. */
    record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    /** A paragraph. */
    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /**
     * One entry of a list.
     *
     * @param depth 0 for the outermost list
     * @param mark what stands before it, a dot or a number; empty for a further paragraph of the same entry
     */
    record Item(int depth, String mark, List<Span> spans) implements Block {
        public Item {
            spans = List.copyOf(spans);
        }
    }

    /** What is to be typed or read letter by letter. */
    record Code(String text) implements Block {}

    /** A remark beside the text. */
    record Note(List<Span> spans) implements Block {
        public Note {
            spans = List.copyOf(spans);
        }
    }

    /** A table; the first row is its head. */
    record Table(List<List<List<Span>>> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A picture on a line of its own.
     *
     * @param path from the page's folder, as it stands in the page
     * @param caption says what it shows
     */
    record Picture(String path, String caption) implements Block {}

    /** A line between two parts. */
    record Rule() implements Block {}

    /** What is read, without marks. */
    default String text() {
        return switch (this) {
            case Heading heading -> join(heading.spans());
            case Paragraph paragraph -> join(paragraph.spans());
            case Item item -> join(item.spans());
            case Note note -> join(note.spans());
            case Code code -> code.text();
            case Picture picture -> picture.caption();
            case Rule rule -> "";
            case Table table ->
                table.rows().stream()
                        .flatMap(row -> row.stream().map(Block::join))
                        .collect(Collectors.joining(" "));
        };
    }

    /** Every piece of text in it. */
    default Stream<Span> pieces() {
        return switch (this) {
            case Heading heading -> heading.spans().stream();
            case Paragraph paragraph -> paragraph.spans().stream();
            case Item item -> item.spans().stream();
            case Note note -> note.spans().stream();
            case Table table -> table.rows().stream().flatMap(List::stream).flatMap(List::stream);
            case Code code -> Stream.empty();
            case Picture picture -> Stream.empty();
            case Rule rule -> Stream.empty();
        };
    }

    private static String join(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
