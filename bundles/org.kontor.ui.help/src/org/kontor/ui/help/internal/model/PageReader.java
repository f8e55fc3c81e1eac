package org.kontor.ui.help.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a page of a file: the lines between {@code ---} at its head say where it belongs, the rest is Markdown. */
final class PageReader {
    private static final String FENCE = "---";

    private final MarkdownReader markdown;
    private final Messages texts;

    PageReader(Terms terms) {
        markdown = new MarkdownReader(terms);
        texts = terms.texts();
    }

    Page read(PageId id, String folder, String file, boolean fallback) {
        Map<String, String> head = new HashMap<>();
        String body = body(file.replace("\r\n", "\n"), head);
        List<Block> blocks = new ArrayList<>(markdown.read(body));
        boolean titled = !blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading;
        if (!titled) {
            blocks.addFirst(new Block.Heading(1, List.of(Span.of(texts.text("page.untitled")))));
        }
        if (fallback) {
            blocks.add(1, new Block.Note(List.of(Span.of(texts.text("fallback")))));
        }
        return new Page(
                id,
                folder,
                number(head.get("order")),
                head.get("perspective"),
                blocks.getFirst().text(),
                blocks);
    }

    /** A page that says why it cannot be read. */
    Page unreadable(PageId id, String folder, Exception fault) {
        String why = Objects.requireNonNullElse(fault.getMessage(), fault.toString());
        return new Page(
                id,
                folder,
                Page.LAST,
                null,
                id.name(),
                List.of(
                        new Block.Heading(1, List.of(Span.of(id.name()))),
                        new Block.Note(List.of(Span.of(texts.text("page.unreadable", why))))));
    }

    /** What follows the head; the head's lines go into {@code head}. A head without an end is text. */
    private static String body(String file, Map<String, String> head) {
        if (!file.startsWith(FENCE + "\n")) {
            return file;
        }
        int end = file.indexOf("\n" + FENCE + "\n", FENCE.length());
        if (end < 0) {
            return file;
        }
        for (String line : file.substring(FENCE.length() + 1, Math.max(FENCE.length() + 1, end))
                .split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return file.substring(end + FENCE.length() + 2);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? Page.LAST : Integer.parseInt(text);
        } catch (NumberFormatException odd) {
            return Page.LAST;
        }
    }
}
