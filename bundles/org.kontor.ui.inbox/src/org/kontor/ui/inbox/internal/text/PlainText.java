package org.kontor.ui.inbox.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.ui.inbox.internal.text.RichText.Mark;
import org.kontor.ui.inbox.internal.text.RichText.Span;

/** Plain text with its links and quoted lines marked. */
public final class PlainText {
    /** More than this is not shown; the original can be opened. */
    public static final int MOST = 200_000;

    private static final Pattern LINK = Pattern.compile("\\bhttps?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?'\"\\])}]+$");
    /** Signs that turn the reading direction around could show a link as another than it is. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u0000-\\u0008\\u000B-\\u001F]");

    private PlainText() {}

    /** Reads a text. */
    public static RichText read(String raw) {
        boolean cut = raw.length() > MOST;
        String text = clean(cut ? raw.substring(0, MOST) : raw).strip();
        List<Span> spans = new ArrayList<>(links(text));
        int tail = markQuotes(text, spans);
        return new RichText(text, spans, tail, cut);
    }

    /** Line ends made one, unseen signs taken out. */
    static String clean(String raw) {
        return UNSEEN.matcher(raw.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /** The addresses in a text. */
    static List<Span> links(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            String link = trimmed(matcher.group());
            spans.add(new Span(matcher.start(), link.length(), Mark.LINK, link));
        }
        return spans;
    }

    private static String trimmed(String link) {
        Matcher end = TRAILING.matcher(link);
        if (!end.find()) {
            return link;
        }
        // A bracket that the address itself opened belongs to it.
        if (link.charAt(end.start()) == ')' && link.indexOf('(') >= 0) {
            return link.substring(0, end.start() + 1);
        }
        return link.substring(0, end.start());
    }

    private static int markQuotes(String text, List<Span> spans) {
        int tail = text.length();
        int begin = 0;
        int quoteFrom = -1;
        int attribution = -1;
        int lastWords = -1;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            if (end < 0) {
                end = text.length();
            }
            String line = text.substring(begin, end);
            if (line.startsWith(">")) {
                spans.add(new Span(begin, end - begin, Mark.QUOTE, null));
                if (quoteFrom < 0) {
                    quoteFrom = lastWords >= 0 && attribution == lastWords ? attribution : begin;
                }
            } else if (!line.isBlank()) {
                quoteFrom = -1;
                lastWords = begin;
                attribution = line.stripTrailing().endsWith(":") ? begin : -1;
            }
            begin = end + 1;
        }
        return quoteFrom >= 0 ? quoteFrom : tail;
    }
}
