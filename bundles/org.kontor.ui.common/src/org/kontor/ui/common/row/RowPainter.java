package org.kontor.ui.common.row;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Ellipsis;

/**
 * Draws the rows of a table: measures, erases and hands each row to a {@link Painter}. The items underneath stay real, so
 * that keys and screen readers work: give each item its text. Ground, selection and hairline are drawn here, the same for
 * every list. Belongs to the UI thread.
 *
 * @since 0.1
 */
public final class RowPainter {
    /** Draws one row. */
    @FunctionalInterface
    public interface Painter {
        /** Draws {@code item}; called for every row that shows and only then, so it must be quick and never wait. */
        void paint(Row row, TableItem item);
    }

    /** GTK adds this to every row, half above and half below. */
    private static final int SEPARATION = "gtk".equals(SWT.getPlatform()) ? 2 : 0;

    private final Table table;
    private final Look look;
    private final int lines;
    private final Painter painter;
    private final Ellipsis ellipsis = new Ellipsis();
    private int height;
    private int width;

    private RowPainter(Table table, Look look, int lines, Painter painter) {
        this.table = table;
        this.look = look;
        this.lines = lines;
        this.painter = painter;
    }

    /**
     * Draws the rows of {@code table} from now on.
     *
     * @param lines lines of text in a row: 1 makes rows of 32 px, 2 of 56, 3 of 80, more where the user's font needs it
     */
    public static RowPainter install(Table table, Look look, int lines, Painter painter) {
        RowPainter rows = new RowPainter(table, look, lines, painter);
        rows.height = rows.measure();
        table.addListener(SWT.Resize, event -> rows.width = table.getClientArea().width);
        table.addListener(SWT.MeasureItem, rows::measure);
        table.addListener(SWT.EraseItem, rows::erase);
        table.addListener(SWT.PaintItem, rows::paint);
        look.onChange(table, table::redraw);
        return rows;
    }

    /** The height of every row. */
    public int height() {
        return height;
    }

    private int measure() {
        GC gc = new GC(table);
        try {
            gc.setFont(look.font(TypeStyle.STRONG));
            int line = gc.getFontMetrics().getHeight();
            return Math.max(Grid.UNIT + lines * Grid.TRIPLE, lines * (line + Grid.HALF) + Grid.DOUBLE);
        } finally {
            gc.dispose();
        }
    }

    private void measure(Event event) {
        event.height = height - SEPARATION;
        // A row is shortened to the table; the width of its spoken text would make the table scroll sideways.
        event.width = width();
    }

    private void erase(Event event) {
        GC gc = event.gc;
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        boolean hot = (event.detail & SWT.HOT) != 0;
        gc.setBackground(look.color(selected ? Token.SELECTED : hot ? Token.HOVER : Token.SURFACE));
        Rectangle area = area(event);
        gc.fillRectangle(area);
        gc.setForeground(look.color(Token.LINE));
        gc.drawLine(area.x, area.y + area.height - 1, area.x + area.width, area.y + area.height - 1);
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.BACKGROUND | SWT.FOREGROUND | SWT.FOCUSED);
    }

    private void paint(Event event) {
        TableItem item = (TableItem) event.item;
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        boolean selected = table.isSelected(table.indexOf(item));
        painter.paint(new Row(gc, look, area(event), lines, selected, ellipsis), item);
    }

    /** Asking a table where it is means asking the window system, and waiting: not once a row. */
    private int width() {
        if (width == 0) {
            width = table.getClientArea().width;
        }
        return width;
    }

    /** The whole width of the table: the event's own is that of its column. */
    private Rectangle area(Event event) {
        return new Rectangle(0, event.y, width(), event.height);
    }
}
