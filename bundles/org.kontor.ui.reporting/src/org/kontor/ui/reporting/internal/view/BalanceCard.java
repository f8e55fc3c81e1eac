package org.kontor.ui.reporting.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Ellipsis;

/** A balance: its parts, their sum, and the difference, which has to be nothing. */
final class BalanceCard extends Card {
    /**
     * One line.
     *
     * @param id by which tests find it
     * @param open what a click opens; null for nothing
     */
    record Line(
            String id,
            String name,
            String value,
            Token ink,
            boolean strong,
            @Nullable Runnable open) {}

    private final Look look;
    private final List<Row> rows = new ArrayList<>();

    BalanceCard(Composite parent, Look look, String heading) {
        super(parent, look, heading);
        this.look = look;
    }

    /** Shows lines; always as many, of which the same can be opened. */
    void show(List<Line> lines) {
        while (rows.size() < lines.size()) {
            Row row = new Row(this, look, lines.get(rows.size()).open() != null);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
            rows.add(row);
        }
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).show(lines.get(i));
        }
    }

    private static final class Row extends Drawn {
        private static final int HEIGHT = 20;

        private final Ellipsis ellipsis = new Ellipsis();
        private @Nullable Line line;

        private Row(Composite parent, Look look, boolean active) {
            super(parent, look, active);
            setGround(Token.SURFACE);
            onActivate(this::open);
        }

        private void open() {
            Line shown = line;
            Runnable open = shown == null ? null : shown.open();
            if (open != null) {
                open.run();
            }
        }

        private void show(Line now) {
            line = now;
            Names.id(this, now.id());
            speak(now.name() + ": " + now.value());
            redraw();
        }

        @Override
        public Point computeSize(int wHint, int hHint, boolean changed) {
            GC gc = new GC(this);
            try {
                gc.setFont(look().font(TypeStyle.TEXT));
                int height = Math.max(HEIGHT, gc.getFontMetrics().getHeight() + Grid.HALF);
                return new Point(wHint == SWT.DEFAULT ? 160 : wHint, height);
            } finally {
                gc.dispose();
            }
        }

        @Override
        protected void draw(GC gc, Rectangle area) {
            Line shown = line;
            if (shown == null) {
                return;
            }
            if (hover()) {
                gc.setBackground(look().color(Token.HOVER));
                gc.fillRoundRectangle(0, 0, area.width, area.height, Grid.UNIT, Grid.UNIT);
            }
            TypeStyle style = shown.strong() ? TypeStyle.STRONG : TypeStyle.TEXT;
            gc.setFont(look().font(style));
            int y = (area.height - gc.getFontMetrics().getHeight()) / 2;
            int number = gc.textExtent(shown.value()).x;
            gc.setForeground(look().color(shown.strong() ? Token.TEXT : Token.TEXT_QUIET));
            String name = ellipsis.fit(gc, shown.name(), area.width - number - Grid.DOUBLE);
            gc.drawText(name, 2, y, SWT.DRAW_TRANSPARENT);
            gc.setForeground(look().color(shown.ink()));
            gc.drawText(shown.value(), area.width - number - 2, y, SWT.DRAW_TRANSPARENT);
            focusRing(gc, area);
        }
    }
}
