package org.kontor.channel.mail.internal.mime;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The plain text of an HTML mail, for lists, search and readers without the rich form. Lines of quoted history begin with
 * {@code "> "} where the mail program marked them: block quotes, and all below Outlook's reply header.
 */
public final class HtmlText implements NodeFilter {
    private static final Set<String> SKIPPED =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "meta", "link");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> SPACED =
            Set.of("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int pre;
    private int blanks = 2;
    private boolean outlookHistory;

    private HtmlText() {}

    /** The text of {@code html}. */
    public static String of(String html) {
        HtmlText text = new HtmlText();
        Jsoup.parse(html).filter(text);
        text.endLine();
        return text.out.toString().stripTrailing();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (SKIPPED.contains(name) || isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, name);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("td") || name.equals("th")) {
                append(" ");
            } else if (BLOCKS.contains(name)) {
                endLine();
            }
            if (name.equals("pre")) {
                pre--;
            }
            if (name.equals("blockquote")) {
                quotes--;
            }
            if (isSpaced(element, name)) {
                emptyLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String name) {
        if (name.equals("br")) {
            breakLine();
            return;
        }
        if (BLOCKS.contains(name)) {
            endLine();
        }
        if (element.id().equals("divRplyFwdMsg") || element.id().equals("appendonsend")) {
            outlookHistory = true;
        }
        if (isSpaced(element, name)) {
            emptyLine();
        }
        switch (name) {
            case "blockquote" -> quotes++;
            case "pre" -> pre++;
            case "li" -> line.append("- ");
            case "hr" -> {
                line.append("---");
                endLine();
            }
            case "img" -> append(picture(element));
            default -> {}
        }
    }

    private static boolean isSpaced(Element element, String name) {
        // Outlook writes every line as a paragraph of this class, without space between them
        return SPACED.contains(name)
                && !element.className().toLowerCase(Locale.ROOT).contains("msonormal");
    }

    private static String picture(Element img) {
        String words = img.attr("alt").strip();
        return words.isEmpty() || words.length() > 200 ? "" : "[" + words + "]";
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style");
        return !style.isEmpty()
                && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }

    private void append(String text) {
        if (pre > 0) {
            String[] lines = text.replace("\r", "").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                line.append(lines[i]);
                if (i + 1 < lines.length) {
                    breakLine();
                }
            }
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!blank) {
                line.append(c == '\u00a0' ? ' ' : c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
    }

    /** Ends the line if something stands on it. */
    private void endLine() {
        if (!line.toString().isBlank()) {
            breakLine();
        } else if (!line.isEmpty()) {
            // a line that holds nothing but a hard blank is how mail programs write an empty one
            line.setLength(0);
            emptyLine();
        }
    }

    private void emptyLine() {
        if (blanks == 0) {
            breakLine();
        }
    }

    private void breakLine() {
        String text = line.toString().stripTrailing();
        line.setLength(0);
        blanks = text.isEmpty() ? blanks + 1 : 0;
        if (blanks <= 2) {
            int depth = quotes + (outlookHistory ? 1 : 0);
            String mark = ">".repeat(Math.min(depth, 10));
            out.append(depth == 0 ? text : (mark + " " + text).stripTrailing()).append('\n');
        }
    }
}
