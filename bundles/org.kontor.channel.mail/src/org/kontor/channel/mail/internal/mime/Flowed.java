package org.kontor.channel.mail.internal.mime;

/** Joins the lines of a {@code format=flowed} text (RFC 3676). */
public final class Flowed {
    private Flowed() {}

    /**
     * The text with its paragraphs whole again.
     *
     * @param lines with {@code \n} line ends
     * @param delSp whether the blank at a flowed line's end is not part of the text
     */
    public static String join(String lines, boolean delSp) {
        StringBuilder out = new StringBuilder(lines.length());
        int openDepth = -1;
        for (String line : lines.split("\n", -1)) {
            int depth = depth(line);
            String text = line.substring(depth);
            if (text.startsWith(" ")) {
                text = text.substring(1);
            }
            boolean signature = text.equals("-- ");
            if (openDepth >= 0 && (openDepth != depth || signature)) {
                out.append('\n');
                openDepth = -1;
            }
            if (openDepth < 0 && depth > 0) {
                out.append(">".repeat(depth)).append(' ');
            }
            boolean flows = text.endsWith(" ") && !signature;
            out.append(flows && delSp ? text.substring(0, text.length() - 1) : text);
            if (flows) {
                openDepth = depth;
            } else {
                out.append('\n');
                openDepth = -1;
            }
        }
        return openDepth < 0 ? out.substring(0, Math.max(0, out.length() - 1)) : out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
