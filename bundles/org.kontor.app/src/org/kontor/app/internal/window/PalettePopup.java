package org.kontor.app.internal.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.palette.PaletteHit;
import org.kontor.app.internal.palette.PaletteModel;
import org.kontor.app.internal.palette.PaletteRow;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.Field;

/**
 * The rows of the palette below its field. It never takes the keyboard: the field keeps it and hands the keys on. It lies in the
 * window, above everything else there: a shell of its own could not be placed on every desktop.
 */
final class PalettePopup {
    private static final int MIN_WIDTH = 640;
    private static final int MOST_ROWS = 14;
    private static final int ICON_ROOM = 16 + Grid.UNIT;

    private final Look look;
    private final Messages texts;
    private final PaletteModel model;
    private final Field field;
    private final Composite pane;
    private final Table table;
    private final RowPainter painter;
    private boolean filling;

    /** @param chosen called when a row was clicked; it is the selected one of the model then */
    PalettePopup(Field field, Look look, Messages texts, PaletteModel model, Runnable chosen) {
        this.field = field;
        this.look = look;
        this.texts = texts;
        this.model = model;
        pane = new Composite(field.getShell(), SWT.NONE);
        FillLayout margin = new FillLayout();
        margin.marginWidth = 1;
        margin.marginHeight = 1;
        pane.setLayout(margin);
        pane.setVisible(false);
        pane.addListener(SWT.Paint, event -> {
            event.gc.setBackground(look.color(Token.EDGE));
            event.gc.fillRectangle(pane.getClientArea());
        });
        table = new Table(pane, SWT.SINGLE | SWT.FULL_SELECTION | SWT.NO_SCROLL | SWT.V_SCROLL | SWT.NO_FOCUS);
        Names.id(Names.name(table, texts.palette_name), "palette.rows");
        painter = RowPainter.install(table, look, 1, this::paint);
        table.addListener(SWT.MouseMove, this::hover);
        table.addListener(SWT.MouseUp, event -> click(event, chosen));
        table.addListener(SWT.Selection, event -> keepSelection());
    }

    /** Whether {@code control} is part of it. */
    boolean holds(@Nullable Control control) {
        return control == table || control == pane;
    }

    /** What screen readers find of it. */
    Accessible accessible() {
        return table.getAccessible();
    }

    /** Shows the rows as they are now. */
    void show() {
        if (pane.isDisposed()) {
            return;
        }
        filling = true;
        table.setRedraw(false);
        int count = model.rows().size();
        while (table.getItemCount() > count) {
            table.getItem(table.getItemCount() - 1).dispose();
        }
        for (int row = 0; row < count; row++) {
            TableItem item = row < table.getItemCount() ? table.getItem(row) : new TableItem(table, SWT.NONE);
            item.setText(words(model.rows().get(row)));
        }
        table.setRedraw(true);
        filling = false;
        keepSelection();
        place();
        table.redraw();
        if (!pane.getVisible()) {
            pane.moveAbove(null);
            pane.setVisible(true);
        }
    }

    /** Takes it away. */
    void close() {
        pane.dispose();
    }

    private void place() {
        Rectangle room = field.getShell().getClientArea();
        Rectangle below = field.getDisplay().map(field.getParent(), field.getShell(), field.getBounds());
        int top = below.y + below.height + Grid.HALF;
        int rows = Math.clamp(model.rows().size(), 1, MOST_ROWS);
        int height = Math.min(rows * painter.height() + 2, room.height - top - Grid.UNIT);
        int width = Math.clamp(Math.max(below.width, MIN_WIDTH), 1, room.width);
        pane.setBounds(Math.clamp(below.x, 0, room.width - width), top, width, Math.max(0, height));
        pane.layout();
    }

    private void keepSelection() {
        if (filling) {
            return;
        }
        int selected = model.selected();
        if (selected < 0) {
            table.deselectAll();
        } else if (table.getSelectionIndex() != selected) {
            table.setSelection(selected);
        }
        if (selected <= 1 && table.getItemCount() > 0) {
            // The head above the first one belongs to it.
            table.setTopIndex(0);
        }
    }

    private void hover(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        table.setCursor(
                item != null && model.rows().get(table.indexOf(item)).choosable()
                        ? table.getDisplay().getSystemCursor(SWT.CURSOR_HAND)
                        : null);
    }

    private void click(Event event, Runnable chosen) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int row = item == null ? -1 : table.indexOf(item);
        if (event.button == 1 && row >= 0 && model.rows().get(row).choosable()) {
            model.select(row);
            chosen.run();
        } else {
            // The click took the keyboard from the field, which goes on where it was.
            field.setFocus();
            field.text().setSelection(field.text().getCharCount());
        }
    }

    private void paint(Row row, TableItem item) {
        int index = table.indexOf(item);
        if (index >= model.rows().size()) {
            return;
        }
        switch (model.rows().get(index)) {
            case PaletteRow.Head(String title) -> {
                row.indent(Grid.EDGE);
                row.line(0).left(title, TypeStyle.SMALL_STRONG, Token.TEXT_QUIET);
            }
            case PaletteRow.ShowAll all -> {
                row.indent(Grid.EDGE);
                row.icon(Icon.SEARCH, Token.TEXT_QUIET);
                row.line(0).left(words(all), TypeStyle.TEXT, Token.TEXT);
            }
            case PaletteRow.Found(PaletteHit hit) -> paint(row, hit);
        }
    }

    private void paint(Row row, PaletteHit hit) {
        PaletteEntry entry = hit.entry();
        Colour colour = entry.colour();
        if (colour == null) {
            row.indent(Grid.EDGE);
        } else {
            row.edge(colour);
        }
        Icon icon = icon(entry.icon());
        if (icon == null) {
            row.indent(ICON_ROOM);
        } else {
            row.icon(icon, Token.TEXT_QUIET);
        }
        Row.Line line = row.line(0);
        if (!hit.enabled()) {
            line.right(texts.palette_notNow, TypeStyle.SMALL, Token.TEXT_QUIET);
        } else if (!hit.key().isEmpty()) {
            line.key(hit.key());
        }
        line.left(entry.label(), TypeStyle.TEXT, hit.enabled() ? Token.TEXT : Token.TEXT_QUIET);
        if (!entry.detail().isBlank()) {
            line.left("  " + entry.detail(), TypeStyle.SMALL, Token.TEXT_QUIET);
        }
    }

    private String words(PaletteRow row) {
        return switch (row) {
            case PaletteRow.Head(String title) -> title;
            case PaletteRow.ShowAll(String text) -> java.text.MessageFormat.format(texts.palette_showAll, text);
            case PaletteRow.Found(PaletteHit hit) -> {
                String detail =
                        hit.entry().detail().isBlank() ? "" : ", " + hit.entry().detail();
                String key = hit.key().isEmpty() ? "" : ", " + hit.key();
                String now = hit.enabled() ? "" : ", " + texts.palette_notNow;
                yield hit.entry().label() + detail + key + now;
            }
        };
    }

    private static @Nullable Icon icon(@Nullable String name) {
        for (Icon icon : Icon.values()) {
            if (icon.path().equals("/icons/" + name + ".svg")) {
                return icon;
            }
        }
        return null;
    }
}
