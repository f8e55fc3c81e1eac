package org.kontor.ui.help.internal.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown into blocks. Whatever the text, there is an answer: a mark that is not closed is text, HTML is shown as it
 * stands and never obeyed. Two things go beyond Markdown: code that begins with {@code key:} is a key as it is called on this
 * machine, and a code block named {@code keys} is the list of all keys.
 */
public final class MarkdownReader {
    private static final String KEY = "key:";
    private static final String KEY_LIST = "keys";

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final Terms terms;

    public MarkdownReader(Terms terms) {
        this.terms = terms;
    }

    /** The blocks of a text, from top to bottom. */
    public List<Block> read(String markdown) {
        Blocks blocks = new Blocks();
        parser.parse(markdown).accept(blocks);
        return blocks.found;
    }

    /** Goes through a text and collects its blocks. */
    private final class Blocks extends AbstractVisitor {
        private final List<Block> found = new ArrayList<>();
        private final List<Block> pictures = new ArrayList<>();
        private List<Span> spans = new ArrayList<>();
        private final Set<Span.Style> styles = EnumSet.noneOf(Span.Style.class);
        private @Nullable String link;
        private int depth = -1;
        private String mark = "";
        private boolean quoted;

        @Override
        public void visit(@Nullable Heading heading) {
            if (heading != null) {
                List<Span> text = inside(heading);
                add(new Block.Heading(heading.getLevel(), text));
            }
        }

        @Override
        public void visit(@Nullable Paragraph paragraph) {
            if (paragraph == null) {
                return;
            }
            List<Span> text = inside(paragraph);
            if (text.stream().allMatch(span -> span.text().isBlank())) {
                flushPictures();
            } else if (depth >= 0) {
                add(new Block.Item(depth, mark, text));
                mark = "";
            } else {
                add(quoted ? new Block.Note(text) : new Block.Paragraph(text));
            }
        }

        @Override
        public void visit(@Nullable BulletList list) {
            items(list, "•", 0);
        }

        @Override
        public void visit(@Nullable OrderedList list) {
            Integer first = list == null ? null : list.getMarkerStartNumber();
            items(list, "", first == null ? 1 : first);
        }

        private void items(@Nullable Node list, String dot, int first) {
            depth++;
            int number = first;
            for (Node item = list == null ? null : list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    mark = dot.isEmpty() ? number++ + "." : dot;
                    visitChildren(item);
                }
            }
            mark = "";
            depth--;
        }

        @Override
        public void visit(@Nullable BlockQuote quote) {
            quoted = true;
            visitChildren(quote);
            quoted = false;
        }

        @Override
        public void visit(@Nullable FencedCodeBlock code) {
            if (code != null) {
                boolean keys = KEY_LIST.equals(String.valueOf(code.getInfo()).strip());
                add(keys ? terms.keys() : new Block.Code(code.getLiteral().stripTrailing()));
            }
        }

        @Override
        public void visit(@Nullable IndentedCodeBlock code) {
            if (code != null) {
                add(new Block.Code(code.getLiteral().stripTrailing()));
            }
        }

        @Override
        public void visit(@Nullable HtmlBlock html) {
            if (html != null && !html.getLiteral().strip().startsWith("<!--")) {
                add(new Block.Code(html.getLiteral().strip()));
            }
        }

        @Override
        public void visit(@Nullable ThematicBreak line) {
            add(new Block.Rule());
        }

        @Override
        public void visit(@Nullable CustomBlock block) {
            if (block instanceof TableBlock table) {
                List<List<List<Span>>> rows = new ArrayList<>();
                rows(table, rows);
                add(new Block.Table(rows));
            } else {
                visitChildren(block);
            }
        }

        private void rows(Node parent, List<List<List<Span>>> rows) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof TableRow row) {
                    List<List<Span>> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (cell instanceof TableCell) {
                            cells.add(inside(cell));
                        }
                    }
                    rows.add(cells);
                } else {
                    rows(child, rows);
                }
            }
        }

        // -- within a line

        private List<Span> inside(Node node) {
            List<Span> outer = spans;
            spans = new ArrayList<>();
            visitChildren(node);
            List<Span> own = List.copyOf(spans);
            spans = outer;
            return own;
        }

        @Override
        public void visit(@Nullable Text text) {
            if (text != null) {
                say(text.getLiteral());
            }
        }

        @Override
        public void visit(@Nullable Code code) {
            if (code != null) {
                String literal = code.getLiteral();
                boolean key = literal.startsWith(KEY);
                styled(Span.Style.CODE, () -> say(key ? terms.names().text(literal.substring(KEY.length())) : literal));
            }
        }

        @Override
        public void visit(@Nullable Emphasis emphasis) {
            styled(Span.Style.ITALIC, () -> visitChildren(emphasis));
        }

        @Override
        public void visit(@Nullable StrongEmphasis emphasis) {
            styled(Span.Style.BOLD, () -> visitChildren(emphasis));
        }

        @Override
        public void visit(@Nullable Link target) {
            if (target != null) {
                link = target.getDestination();
                visitChildren(target);
                link = null;
            }
        }

        @Override
        public void visit(@Nullable Image image) {
            if (image != null) {
                List<Span> caption = inside(image);
                pictures.add(new Block.Picture(image.getDestination(), new Block.Paragraph(caption).text()));
            }
        }

        @Override
        public void visit(@Nullable HtmlInline html) {
            if (html != null) {
                say(html.getLiteral());
            }
        }

        @Override
        public void visit(@Nullable SoftLineBreak end) {
            say(" ");
        }

        @Override
        public void visit(@Nullable HardLineBreak end) {
            say("\n");
        }

        private void say(String text) {
            spans.add(new Span(text, styles, link));
        }

        private void styled(Span.Style style, Runnable inner) {
            boolean outermost = styles.add(style);
            inner.run();
            if (outermost) {
                styles.remove(style);
            }
        }

        private void add(Block block) {
            found.add(block);
            flushPictures();
        }

        private void flushPictures() {
            found.addAll(pictures);
            pictures.clear();
        }
    }
}
