package org.kontor.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source as text, for what no class file keeps. */
final class Sources {
    /** Text blocks, strings and characters first, so that a comment sign inside one is none. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "\"\"\"(?s:.*?)(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|/\\*(?s:.*?)\\*/|//[^\\n]*");

    private Sources() {}

    /** The source without comments and without the contents of strings; line ends stay where they were. */
    static String code(String source) {
        return replace(source, true);
    }

    /** The source without the contents of strings; comments stay. */
    static String codeAndComments(String source) {
        return replace(source, false);
    }

    private static String replace(String source, boolean comments) {
        Matcher matcher = LITERAL_OR_COMMENT.matcher(source);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            boolean comment = matcher.group().startsWith("/");
            String kept =
                    comment && !comments ? matcher.group() : matcher.group().replaceAll("[^\\n]", "");
            matcher.appendReplacement(out, Matcher.quoteReplacement(comment ? kept : "\"" + kept + "\""));
        }
        return matcher.appendTail(out).toString();
    }

    /** The number of the line that holds {@code offset}, from 1. */
    static int line(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
