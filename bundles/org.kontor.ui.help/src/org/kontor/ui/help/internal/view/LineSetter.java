package org.kontor.ui.help.internal.view;

import java.util.List;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.help.internal.model.Typeset;

/** Gives the lines of a page their indents, the space above and the columns of tables. */
final class LineSetter {
    private static final int STEP = 24;
    /** Between two columns. */
    private static final int GAP = 20;
    /** What one column but the last may take at most. */
    private static final int COLUMN = 320;

    private final StyledText text;
    private final Typeset page;
    private final Fonts fonts;
    private final Look look;

    LineSetter(StyledText text, Typeset page, Fonts fonts, Look look) {
        this.text = text;
        this.page = page;
        this.fonts = fonts;
        this.look = look;
    }

    void set() {
        for (int line = 0; line < page.lines().size(); line++) {
            Typeset.Line each = page.lines().get(line);
            text.setLineVerticalIndent(line, line == 0 ? Grid.DOUBLE : above(each));
            switch (each.kind()) {
                case ITEM -> {
                    int left = each.depth() * STEP + Grid.HALF;
                    text.setLineIndent(line, 1, left);
                    // A tab counts from the indent, a wrapped line from the margin.
                    text.setLineTabStops(line, 1, new int[] {STEP - Grid.HALF});
                    text.setLineWrapIndent(line, 1, left + STEP - Grid.HALF);
                }
                case NOTE, CODE -> {
                    text.setLineIndent(line, 1, Grid.UNIT);
                    text.setLineWrapIndent(line, 1, Grid.UNIT);
                    text.setLineBackground(
                            line, 1, look.color(each.kind() == Typeset.Kind.NOTE ? Token.ACCENT_SOFT : Token.CANVAS));
                }
                default -> text.setLineIndent(line, 1, 0);
            }
        }
        page.tables().forEach(this::columns);
    }

    private static int above(Typeset.Line line) {
        if (!line.first()) {
            return 0;
        }
        return switch (line.kind()) {
            case TITLE, HEADING -> Grid.TRIPLE;
            case SUBHEADING, RULE -> Grid.DOUBLE;
            case TEXT, NOTE, CODE, PICTURE, TABLE_HEAD -> Grid.UNIT + 2;
            case ITEM, CAPTION, TABLE -> Grid.HALF;
        };
    }

    /** Every column as wide as its widest cell; the last takes what is left and wraps within itself. */
    private void columns(Typeset.Grid table) {
        int count = table.rows().stream().mapToInt(List::size).max().orElse(1);
        int[] stops = new int[Math.max(1, count - 1)];
        int left = 0;
        GC gc = new GC(text);
        try {
            for (int column = 0; column < count - 1; column++) {
                int widest = 0;
                for (List<String> row : table.rows()) {
                    gc.setFont(fonts.of(row == table.rows().getFirst() ? Fonts.Face.BOLD : Fonts.Face.CODE));
                    widest = Math.max(widest, column < row.size() ? gc.textExtent(row.get(column)).x : 0);
                }
                left += Math.min(widest, COLUMN) + GAP;
                stops[column] = left;
            }
        } finally {
            gc.dispose();
        }
        for (int i = 0; i < table.rows().size() && count > 1; i++) {
            text.setLineTabStops(table.line() + i, 1, stops);
            text.setLineWrapIndent(table.line() + i, 1, left);
        }
    }
}
