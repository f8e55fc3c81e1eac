package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.inbox.internal.model.ListEvent;

/** The queues with their counts. */
public final class QueueView extends Composite {
    private static final List<Queue> AT_WORK = List.of(
            Queue.UNANSWERED,
            Queue.MINE,
            Queue.UNASSIGNED,
            Queue.ESCALATED,
            Queue.ANSWERED,
            Queue.SNOOZED,
            Queue.SEND_TROUBLE,
            Queue.UNREADABLE);
    private static final List<Queue> CLOSED = List.of(Queue.RESOLVED, Queue.IGNORED, Queue.HISTORY, Queue.ALL);

    private final Kit kit;
    private final Table table;
    /** Of the table's inside: asking for it is dear, so it is asked once and not with every row. */
    private int width;

    private final List<@Nullable Queue> rows = new ArrayList<>();

    public QueueView(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        setLayout(Grid.layout(1, Grid.UNIT));
        table = Names.id(new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.NO_SCROLL), "inbox.queues");
        Names.name(table, kit.texts().queue_name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        TableColumn column = new TableColumn(table, SWT.NONE);
        rows.addAll(AT_WORK);
        rows.add(null);
        rows.addAll(CLOSED);
        rows.forEach(row -> new TableItem(table, SWT.NONE));
        table.addListener(SWT.MeasureItem, e -> e.height = height());
        table.addListener(SWT.EraseItem, this::erase);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Resize, e -> {
            width = table.getClientArea().width;
            column.setWidth(width);
        });
        table.addListener(SWT.Selection, e -> chosen());
        kit.look().onChange(this, table::redraw);
        Kit.hear(this, kit.models().counts().listeners(), counts -> fill());
        Kit.hear(this, kit.models().inbox().listeners(), event -> {
            if (event instanceof ListEvent.Head) {
                fill();
            }
        });
        fill();
    }

    @Override
    public boolean setFocus() {
        return !table.isDisposed() && table.setFocus();
    }

    private int height() {
        GC gc = new GC(table);
        try {
            gc.setFont(kit.look().font(TypeStyle.STRONG));
            return Math.max(28, gc.getFontMetrics().getHeight() + Grid.UNIT);
        } finally {
            gc.dispose();
        }
    }

    private void fill() {
        for (int row = 0; row < rows.size(); row++) {
            Queue queue = rows.get(row);
            TableItem item = table.getItem(row);
            String text = queue == null ? kit.texts().queue_closed : kit.words().queue(queue);
            String count = queue == null ? "" : count(queue);
            String all = count.isEmpty() ? text : text + ", " + count;
            if (!all.equals(item.getText())) {
                item.setText(all);
            }
        }
        boolean searching =
                !kit.models().inbox().text().isEmpty() && kit.models().inbox().everywhere();
        int selected = searching ? -1 : rows.indexOf(kit.models().inbox().queue());
        if (selected < 0) {
            table.deselectAll();
        } else if (table.getSelectionIndex() != selected) {
            table.setSelection(selected);
        }
        table.redraw();
    }

    private String count(Queue queue) {
        Integer count = kit.models().counts().count(queue);
        return count == null || count == 0 ? "" : kit.words().numbers().count(count);
    }

    private void chosen() {
        int row = table.getSelectionIndex();
        Queue queue = row < 0 ? null : rows.get(row);
        if (queue != null) {
            kit.models().inbox().show(queue);
        } else if (row >= 0) {
            // The heading is no queue: the arrow key goes on in the direction it came from.
            int before = rows.indexOf(kit.models().inbox().queue());
            int next = before < row ? row + 1 : row - 1;
            table.setSelection(next);
            chosen();
        }
    }

    private void erase(Event event) {
        GC gc = event.gc;
        Rectangle area = new Rectangle(0, event.y, width, event.height);
        gc.setBackground(kit.look().color(Token.SURFACE));
        gc.fillRectangle(area);
        int row = table.indexOf((TableItem) event.item);
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        boolean hot = (event.detail & SWT.HOT) != 0 && rows.get(row) != null;
        if (selected || hot) {
            gc.setAntialias(SWT.ON);
            gc.setBackground(kit.look().color(selected ? Token.SELECTED : Token.HOVER));
            gc.fillRoundRectangle(area.x, area.y, area.width, area.height - 1, 2 * Grid.CORNER, 2 * Grid.CORNER);
        }
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.BACKGROUND | SWT.FOREGROUND | SWT.FOCUSED);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setTextAntialias(SWT.ON);
        int row = table.indexOf((TableItem) event.item);
        Queue queue = rows.get(row);
        if (queue == null) {
            draw(gc, kit.texts().queue_closed, TypeStyle.SMALL_STRONG, Token.TEXT_QUIET, Grid.UNIT, event);
            return;
        }
        boolean selected = table.isSelected(row);
        boolean trouble = queue == Queue.SEND_TROUBLE || queue == Queue.UNREADABLE;
        String count = count(queue);
        Token ink = selected ? Token.ACCENT : Token.TEXT;
        TypeStyle style = selected ? TypeStyle.STRONG : TypeStyle.TEXT;
        draw(gc, kit.words().queue(queue), style, ink, Grid.UNIT, event);
        if (!count.isEmpty()) {
            gc.setFont(kit.look().font(trouble ? TypeStyle.STRONG : style));
            int right = width - Grid.UNIT - gc.textExtent(count).x;
            Token figure = trouble ? Token.OVER : selected ? Token.ACCENT : Token.TEXT_QUIET;
            draw(gc, count, trouble ? TypeStyle.STRONG : style, figure, right, event);
        }
    }

    private void draw(GC gc, String text, TypeStyle style, Token ink, int x, Event event) {
        gc.setFont(kit.look().font(style));
        gc.setForeground(kit.look().color(ink));
        Point extent = gc.textExtent(text);
        gc.drawText(text, x, event.y + (event.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }
}
