package org.kontor.channel.mail.internal.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.channel.mail.internal.mime.Headers;

/**
 * Marks quoted history: its lines begin with {@code "> "}, as most mail programs write them. Outlook does not; where its
 * separator and its header block stand in an answer, the lines below are marked. No line is taken away.
 */
final class Quotes {
    private static final Pattern OUTLOOK = Pattern.compile(
            "^(-{3,} ?(Original Message|Ursprüngliche Nachricht|Originalnachricht) ?-{3,}|_{20,})[ \\t]*\\n"
                    + "[ \\t\\n]*\\*?(From|Von):\\*? .*\\n\\*?(Sent|Gesendet|Date|Datum):\\*? ",
            Pattern.MULTILINE);
    private static final Pattern FORWARD = Pattern.compile("(?is)\\s*(fwd?|wg|weitergeleitet)\\s*:.*");

    private Quotes() {}

    static String mark(Headers headers, String text) {
        boolean answer = headers.has("in-reply-to") || headers.has("references");
        Matcher matcher = OUTLOOK.matcher(text);
        if (!answer || FORWARD.matcher(headers.text("subject")).matches() || !matcher.find()) {
            return text;
        }
        String history = text.substring(matcher.start());
        return text.substring(0, matcher.start())
                + history.lines().map(Quotes::quoted).collect(Collectors.joining("\n"));
    }

    private static String quoted(String line) {
        return line.isEmpty() ? ">" : line.startsWith(">") ? ">" + line : "> " + line;
    }
}
