package org.kontor.ui.reporting.internal.view;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.report.Point;
import org.kontor.api.report.ReportWords;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;

/** Days of the week by hours: the more, the stronger the colour. */
final class HeatMap extends Plot {
    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int CELL = 22;
    private static final int LEFT = 40;
    private static final int TOP = 26;
    private static final int BOTTOM = 20;
    private static final int OPAQUE = 255;
    private static final int FAINTEST = 30;
    private static final int ARC = 4;

    HeatMap(Composite parent, Desk desk, ReportWords words, Consumer<Point> open) {
        super(parent, desk, words, open);
    }

    @Override
    int rows() {
        return series().isEmpty() ? 0 : DAYS;
    }

    @Override
    int columns() {
        return series().isEmpty() ? 0 : HOURS;
    }

    @Override
    Point point(int atRow, int atColumn) {
        return series().getFirst().points().get(atRow * HOURS + atColumn);
    }

    @Override
    public org.eclipse.swt.graphics.Point computeSize(int wHint, int hHint, boolean changed) {
        return new org.eclipse.swt.graphics.Point(wHint == SWT.DEFAULT ? 300 : wHint, TOP + DAYS * CELL + BOTTOM);
    }

    @Override
    Rectangle place(int atRow, int atColumn, Rectangle area) {
        int width = Math.max(HOURS, area.width - LEFT - Grid.UNIT);
        int x = LEFT + width * atColumn / HOURS;
        int right = LEFT + width * (atColumn + 1) / HOURS;
        int tall = tall(area);
        return new Rectangle(x, TOP + atRow * tall, right - x - 2, tall - 2);
    }

    /** Rows take the room that the card has. */
    private static int tall(Rectangle area) {
        return Math.clamp((area.height - TOP - BOTTOM) / DAYS, CELL, 2 * CELL);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        if (rows() == 0) {
            return;
        }
        double most = series().getFirst().points().stream()
                .mapToDouble(p -> p.value().size())
                .max()
                .orElse(0);
        for (int r = 0; r < DAYS; r++) {
            for (int c = 0; c < HOURS; c++) {
                cell(gc, area, r, c, most);
            }
        }
        labels(gc, area);
        focusRing(gc, area);
    }

    private void cell(GC gc, Rectangle area, int r, int c, double most) {
        Rectangle place = place(r, c, area);
        double size = point(r, c).value().size();
        gc.setBackground(look().color(Token.CHIP));
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, ARC, ARC);
        if (size > 0) {
            gc.setAlpha(FAINTEST + (int) ((OPAQUE - FAINTEST) * size / most));
            gc.setBackground(look().color(Token.ACCENT));
            gc.fillRoundRectangle(place.x, place.y, place.width, place.height, ARC, ARC);
            gc.setAlpha(OPAQUE);
        }
        if (current(r, c)) {
            gc.setForeground(look().color(Token.TEXT));
            gc.setLineWidth(2);
            gc.drawRectangle(place);
            gc.setLineWidth(1);
        }
    }

    private void labels(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.SMALL));
        int text = gc.getFontMetrics().getHeight();
        int tall = tall(area);
        gc.setForeground(look().color(Token.TEXT_QUIET));
        for (int r = 0; r < DAYS; r++) {
            String day = group(point(r, 0)).split(" ", 2)[0];
            gc.drawText(day, Grid.HALF, TOP + r * tall + (tall - text) / 2, SWT.DRAW_TRANSPARENT);
        }
        for (int c = 0; c < HOURS; c += 3) {
            gc.drawText(String.valueOf(c), place(0, c, area).x, TOP + DAYS * tall + 2, SWT.DRAW_TRANSPARENT);
        }
        gc.setForeground(look().color(Token.TEXT));
        gc.drawText(hint(), Grid.HALF, 1, SWT.DRAW_TRANSPARENT);
    }
}
