package org.kontor.ui.help.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page as one text with marks on it, as a reader widget takes it. Offsets and lines count from 0.
 *
 * @param text lines end with a line feed
 * @param runs pieces of it that look alike, in order, without gaps inside a line
 * @param lines one for each line of the text
 * @param tables where tables lie, with their cells
 * @param starts the offset at which each block of the page begins
 */
public record Typeset(String text, List<Run> runs, List<Line> lines, List<Grid> tables, List<Integer> starts) {
    /** Stands for a picture; the line holds nothing else. */
    public static final char PICTURE = '\ufffc';

    /** What a line belongs to. */
    public enum Kind {
        TITLE,
        HEADING,
        SUBHEADING,
        TEXT,
        ITEM,
        NOTE,
        CODE,
        TABLE_HEAD,
        TABLE,
        PICTURE,
        CAPTION,
        RULE
    }

    /**
     * A piece that looks alike.
     *
     * @param kind of its line
     * @param link where it leads; null if nowhere
     */
    public record Run(
            int start,
            int length,
            Kind kind,
            Set<Span.Style> styles,
            @Nullable String link) {
        /** The first offset after it. */
        public int end() {
            return start + length;
        }
    }

    /**
     * One line.
     *
     * @param first whether a block begins here, and so some space stands above
     * @param depth of a list's entry
     * @param picture the path of the picture that stands here; empty in other lines
     */
    public record Line(Kind kind, boolean first, int depth, String picture) {}

    /**
     * A table.
     *
     * @param line its first line
     * @param rows the text of its cells, the head first
     */
    public record Grid(int line, List<List<String>> rows) {}

    /** Sets the blocks of a page. */
    public static Typeset of(List<Block> blocks) {
        Setter setter = new Setter();
        blocks.forEach(setter::set);
        return new Typeset(
                setter.text.toString(),
                List.copyOf(setter.runs),
                List.copyOf(setter.lines),
                List.copyOf(setter.tables),
                List.copyOf(setter.starts));
    }

    /** The link at an offset. */
    public Optional<Run> linkAt(int offset) {
        return runs.stream()
                .filter(run -> run.link() != null && run.start() <= offset && offset < run.end())
                .findFirst();
    }

    /** The links from top to bottom; one that is set in several pieces counts by each. */
    public List<Run> links() {
        return runs.stream().filter(run -> run.link() != null).toList();
    }

    private static final class Setter {
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Grid> tables = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        void set(Block block) {
            starts.add(text.length());
            switch (block) {
                case Block.Heading heading -> line(heading(heading.level()), 0, heading.spans());
                case Block.Paragraph paragraph -> line(Kind.TEXT, 0, paragraph.spans());
                case Block.Note note -> line(Kind.NOTE, 0, note.spans());
                case Block.Item item -> {
                    List<Span> spans = new ArrayList<>(List.of(Span.of(item.mark() + "\t")));
                    spans.addAll(item.spans());
                    line(Kind.ITEM, item.depth(), spans);
                }
                case Block.Code code -> line(Kind.CODE, 0, List.of(Span.of(code.text())));
                case Block.Table table -> table(table);
                case Block.Picture picture -> {
                    lines.add(new Line(Kind.PICTURE, true, 0, picture.path()));
                    runs.add(new Run(text.length(), 1, Kind.PICTURE, Set.of(), null));
                    text.append(PICTURE).append('\n');
                    if (!picture.caption().isBlank()) {
                        line(Kind.CAPTION, 0, List.of(Span.of(picture.caption())));
                    }
                }
                case Block.Rule rule -> line(Kind.RULE, 0, List.of(Span.of("")));
            }
        }

        private static Kind heading(int level) {
            return switch (level) {
                case 1 -> Kind.TITLE;
                case 2 -> Kind.HEADING;
                default -> Kind.SUBHEADING;
            };
        }

        private void table(Block.Table table) {
            tables.add(new Grid(
                    lines.size(), table.rows().stream().map(Setter::cells).toList()));
            for (List<List<Span>> row : table.rows()) {
                List<Span> spans = new ArrayList<>();
                for (List<Span> cell : row) {
                    if (!spans.isEmpty()) {
                        spans.add(Span.of("\t"));
                    }
                    spans.addAll(cell.isEmpty() ? List.of(Span.of("")) : cell);
                }
                line(row == table.rows().getFirst() ? Kind.TABLE_HEAD : Kind.TABLE, 0, spans);
            }
        }

        private static List<String> cells(List<List<Span>> row) {
            return row.stream().map(cell -> new Block.Paragraph(cell).text()).toList();
        }

        /** A line break within the spans makes further lines of the same kind. */
        private void line(Kind kind, int depth, List<Span> spans) {
            lines.add(new Line(kind, true, depth, ""));
            for (Span span : spans) {
                String[] parts = span.text().split("\n", -1);
                for (int i = 0; i < parts.length; i++) {
                    if (i > 0) {
                        text.append('\n');
                        lines.add(new Line(kind, false, depth, ""));
                    }
                    if (!parts[i].isEmpty()) {
                        runs.add(new Run(text.length(), parts[i].length(), kind, span.styles(), span.link()));
                        text.append(parts[i]);
                    }
                }
            }
            text.append('\n');
        }
    }
}
