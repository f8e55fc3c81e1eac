package org.kontor.ui.help.internal.model;

/**
 * A page with a line about why it is listed.
 *
 * @param line what it is about, or the text around what was searched
 */
public record Hit(Page page, String line) {
    private static final int BEFORE = 16;
    private static final int AFTER = 90;

    /** The text around a place, on one line. */
    static String around(String text, int place) {
        int from = Math.max(0, place - BEFORE);
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(text.length(), place + AFTER);
        return (from > 0 ? "… " : "")
                + text.substring(from, to).replaceAll("\\s+", " ").strip();
    }
}
