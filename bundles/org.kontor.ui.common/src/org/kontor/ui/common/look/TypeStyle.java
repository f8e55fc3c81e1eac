package org.kontor.ui.common.look;

/**
 * The few ways in which text is set. Sizes are those of a desktop whose font is 13 px high and grow with it.
 *
 * @since 0.1
 */
public enum TypeStyle {
    /** 13 px: what is read. */
    TEXT(13, false),
    /** 13 px bold: names, what is unread, headings of sections. */
    STRONG(13, true),
    /** 11 px: times, labels, chips. */
    SMALL(11, false),
    /** 11 px bold. */
    SMALL_STRONG(11, true),
    /** 18 px bold: title of a page or dialog. */
    TITLE(18, true),
    /** 27 px bold: the figure of a tile. */
    FIGURE(27, true),
    /** 13 px in letters of one width: sources, log details. */
    MONO(13, false);

    private final int pixels;
    private final boolean bold;

    TypeStyle(int pixels, boolean bold) {
        this.pixels = pixels;
        this.bold = bold;
    }

    /** Height in pixels at 100 % where the desktop's font has 13. */
    public int pixels() {
        return pixels;
    }

    /** Whether it is set bold. */
    public boolean bold() {
        return bold;
    }
}
