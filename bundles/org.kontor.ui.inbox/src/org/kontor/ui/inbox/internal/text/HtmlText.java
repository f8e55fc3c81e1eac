package org.kontor.ui.inbox.internal.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.inbox.internal.text.RichText.Mark;
import org.kontor.ui.inbox.internal.text.RichText.Span;

/**
 * An HTML message as styled text. What is not text is left out; nothing is loaded; only http, https and mailto addresses
 * survive, as places that a click may open.
 */
public final class HtmlText {
    /** Longer sources are cut before they are parsed. */
    static final int MOST_SOURCE = 2_000_000;

    private static final Set<String> SKIPPED = Set.of(
            "head",
            "style",
            "script",
            "title",
            "template",
            "noscript",
            "iframe",
            "object",
            "svg",
            "math",
            "select",
            "textarea",
            "button");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "address",
            "figure",
            "center",
            "form");
    private static final Set<String> SPACED =
            Set.of("p", "blockquote", "pre", "h1", "h2", "h3", "h4", "ul", "ol", "table");

    private HtmlText() {}

    /** Reads a message; never fails for what a stranger may send. */
    public static RichText read(String html) {
        boolean cut = html.length() > MOST_SOURCE;
        Element body = Jsoup.parse(cut ? html.substring(0, MOST_SOURCE) : html).body();
        Builder builder = new Builder();
        body.traverse(builder);
        return builder.build(cut);
    }

    /** An address that may be opened; null for any other. */
    static @Nullable String openable(String address) {
        String target = PlainText.clean(address).strip();
        String lower = target.toLowerCase(Locale.ROOT);
        boolean fine = lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
        return fine && target.indexOf(' ') < 0 ? target : null;
    }

    private record Open(Element element, int start) {}

    private static final class Builder implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private int wantedBreaks;
        private int preformatted;
        private @Nullable Element skipping;

        @Override
        public void head(Node node, int depth) {
            if (skipping != null || text.length() > PlainText.MOST) {
                return;
            }
            if (node instanceof TextNode words) {
                words(words.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node == skipping) {
                skipping = null;
            } else if (skipping == null && node instanceof Element element) {
                end(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (SKIPPED.contains(name) || hidden(element)) {
                skipping = element;
                return;
            }
            if (BLOCKS.contains(name)) {
                breaks(SPACED.contains(name) ? 2 : 1);
            }
            switch (name) {
                case "br" -> lineBreak();
                case "hr" -> {
                    breaks(1);
                    append("\u2500".repeat(12));
                    breaks(1);
                }
                case "img" -> picture(element);
                case "li" -> append(bullet(element));
                case "td", "th" -> {
                    if (element.previousElementSibling() != null) {
                        space();
                    }
                }
                case "pre" -> preformatted++;
                default -> {
                    // nothing before its words
                }
            }
            open.push(new Open(element, start()));
        }

        private int start() {
            return text.length() + (text.isEmpty() ? 0 : Math.min(2, wantedBreaks));
        }

        private void end(Element element) {
            Open opened = open.peek();
            if (opened == null || opened.element() != element) {
                return;
            }
            open.pop();
            String name = element.normalName();
            if (name.equals("pre")) {
                preformatted--;
            }
            Mark mark = mark(name);
            if (mark != null && text.length() > opened.start()) {
                String target = mark == Mark.LINK ? openable(element.attr("href")) : null;
                if (mark != Mark.LINK || target != null) {
                    spans.add(new Span(opened.start(), text.length() - opened.start(), mark, target));
                }
            }
            if (BLOCKS.contains(name)) {
                breaks(SPACED.contains(name) ? 2 : 1);
            }
        }

        private static @Nullable Mark mark(String name) {
            return switch (name) {
                case "b", "strong", "th" -> Mark.BOLD;
                case "i", "em", "cite" -> Mark.ITALIC;
                case "s", "del", "strike" -> Mark.STRUCK;
                case "h1", "h2", "h3", "h4", "h5", "h6" -> Mark.HEADING;
                case "code", "pre", "tt", "kbd" -> Mark.CODE;
                case "blockquote" -> Mark.QUOTE;
                case "a" -> Mark.LINK;
                default -> null;
            };
        }

        private static boolean hidden(Element element) {
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            return element.hasAttr("hidden")
                    || style.contains("display:none")
                    || style.contains("visibility:hidden")
                    || style.contains("max-height:0")
                    || style.contains("font-size:0");
        }

        private static String bullet(Element item) {
            Element list = item.parent();
            if (list != null && list.normalName().equals("ol")) {
                return list.children().indexOf(item) + 1 + ". ";
            }
            return "\u2022 ";
        }

        private void picture(Element image) {
            if (tiny(image, "width") || tiny(image, "height")) {
                return;
            }
            String alt = image.attr("alt").strip();
            String source = openable(image.attr("src"));
            if (alt.isEmpty() && source == null) {
                return;
            }
            flush();
            int from = text.length();
            append("[" + (alt.isEmpty() ? "\u25a6" : alt) + "]");
            spans.add(new Span(from, text.length() - from, Mark.PICTURE, source));
        }

        /** A picture of a few pixels only tells the sender that the mail was opened. */
        private static boolean tiny(Element image, String side) {
            String value = image.attr(side).replaceAll("\\D.*", "");
            return !value.isEmpty() && value.length() < 4 && Integer.parseInt(value) <= 3;
        }

        private void words(String raw) {
            if (preformatted > 0) {
                append(PlainText.clean(raw));
                return;
            }
            String words = PlainText.clean(raw).replaceAll("[ \\t\\n\\f\\u200B\\u200C\\uFEFF\\u00AD]+", " ");
            boolean atLineStart = wantedBreaks > 0 || text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            boolean afterSpace = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            append(atLineStart || afterSpace ? words.stripLeading() : words);
        }

        private void space() {
            if (wantedBreaks == 0 && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append("  ");
            }
        }

        private void lineBreak() {
            if (wantedBreaks > 0) {
                flush();
            }
            text.append('\n');
        }

        private void breaks(int count) {
            wantedBreaks = Math.max(wantedBreaks, count);
        }

        private void append(String words) {
            if (!words.isEmpty()) {
                flush();
                text.append(words);
            }
        }

        private void flush() {
            if (wantedBreaks > 0) {
                int there = 0;
                while (there < text.length() && there < 2 && text.charAt(text.length() - 1 - there) == '\n') {
                    there++;
                }
                if (!text.isEmpty()) {
                    text.repeat('\n', Math.max(0, wantedBreaks - there));
                }
                wantedBreaks = 0;
            }
        }

        private RichText build(boolean sourceCut) {
            boolean cut = sourceCut || text.length() > PlainText.MOST;
            String all =
                    text.substring(0, Math.min(text.length(), PlainText.MOST)).stripTrailing();
            List<Span> fitting = new ArrayList<>();
            for (Span span : spans) {
                int length = Math.min(span.length(), all.length() - span.start());
                if (length > 0) {
                    fitting.add(new Span(span.start(), length, span.mark(), span.target()));
                }
            }
            addPlainLinks(all, fitting);
            return new RichText(all, fitting, tail(all, fitting), cut);
        }

        private static void addPlainLinks(String all, List<Span> fitting) {
            List<Span> links =
                    fitting.stream().filter(span -> span.mark() == Mark.LINK).toList();
            PlainText.links(all).stream()
                    .filter(link -> links.stream().noneMatch(l -> link.start() < l.end() && l.start() < link.end()))
                    .forEach(fitting::add);
        }

        /** Where a quote begins that reaches the end; the line that leads it in ("... wrote:") belongs to it. */
        private static int tail(String all, List<Span> spans) {
            int from = spans.stream()
                    .filter(span -> span.mark() == Mark.QUOTE && span.end() >= all.length() - 1)
                    .mapToInt(Span::start)
                    .min()
                    .orElse(all.length());
            if (from == all.length()) {
                return from;
            }
            String before = all.substring(0, from).stripTrailing();
            int line = before.lastIndexOf('\n') + 1;
            return before.endsWith(":") ? line : from;
        }
    }
}
