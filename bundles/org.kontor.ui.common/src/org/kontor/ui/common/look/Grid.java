package org.kontor.ui.common.look;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridLayout;

/**
 * The grid of 8 px: every distance is one of these.
 *
 * @since 0.1
 */
public final class Grid {
    /** Between things that belong together. */
    public static final int HALF = 4;

    /** The unit. */
    public static final int UNIT = 8;

    /** Inside cards and panes, between groups. */
    public static final int DOUBLE = 16;

    /** Between sections of a page. */
    public static final int TRIPLE = 24;

    /** Height of buttons and fields. */
    public static final int CONTROL = 32;

    /** Height of the bars at the head of a pane. */
    public static final int HEAD = 40;

    /** Height of a list row with three lines. */
    public static final int ROW = 80;

    /** Corner of cards, fields and buttons. */
    public static final int CORNER = 6;

    /** Width of a brand's edge. */
    public static final int EDGE = 4;

    private Grid() {}

    /** A layout without margins and with a unit between columns and rows. */
    public static GridLayout tight(int columns) {
        return layout(columns, 0);
    }

    /** A layout with {@code margin} on all four sides and a unit between columns and rows. */
    public static GridLayout layout(int columns, int margin) {
        return GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .margins(margin, margin)
                .spacing(UNIT, UNIT)
                .create();
    }
}
