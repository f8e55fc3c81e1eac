package org.kontor.app.internal.window;

import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.DropMenu;

/** Shows which brands the window shows, by their colours and in words, and lets the user choose. */
final class BrandButton extends Drawn {
    private static final int DOT = 10;
    private static final int PADDING = 12;
    /** More dots than this say nothing. */
    private static final int MOST_DOTS = 5;

    private final Messages texts;
    private final BrandSelection selection;
    private List<Brand> brands = List.of();

    BrandButton(Composite parent, Look look, Messages texts, BrandSelection selection) {
        super(parent, look, true);
        this.texts = texts;
        this.selection = selection;
        onActivate(this::open);
        speak(text());
    }

    /** Tells it which brands there are. */
    void show(List<Brand> all) {
        brands = List.copyOf(all);
        setEnabled(brands.size() > 1);
        refresh();
    }

    /** Shows what is chosen now. */
    void refresh() {
        speak(text());
        setToolTipText(texts.brands_tip);
        requestLayout();
        redraw();
    }

    @Override
    protected int role() {
        return ACC.ROLE_SPLITBUTTON;
    }

    private List<Brand> shown() {
        return brands.stream()
                .filter(brand -> selection.filter().shows(brand.id()))
                .toList();
    }

    private String text() {
        List<Brand> shown = shown();
        if (brands.isEmpty()) {
            return texts.brands_none;
        }
        if (brands.size() == 1 || shown.size() == 1) {
            return shown.isEmpty() ? brands.get(0).name() : shown.get(0).name();
        }
        return shown.size() == brands.size()
                ? MessageFormat.format(texts.brands_all, brands.size())
                : MessageFormat.format(texts.brands_some, shown.size(), brands.size());
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.TEXT));
            int dots = Math.min(shown().size(), MOST_DOTS);
            int arrow = brands.size() > 1 ? 16 + Grid.HALF : 0;
            int width = 2 * PADDING + dots * (DOT + 6) + (dots > 0 ? 2 : 0) + gc.textExtent(text()).x + arrow;
            return new Point(width, Math.max(Grid.CONTROL, gc.getFontMetrics().getHeight() + 12));
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        if (hover()) {
            gc.setBackground(look().color(Token.HOVER));
            gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        }
        gc.setForeground(look().color(Token.EDGE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        focusRing(gc, area);
        int x = PADDING;
        int middle = area.height / 2;
        for (Brand brand : shown().stream().limit(MOST_DOTS).toList()) {
            gc.setBackground(look().color(brand.colour()));
            gc.fillOval(x, middle - DOT / 2, DOT, DOT);
            x += DOT + 6;
        }
        x += x > PADDING ? 2 : 0;
        gc.setFont(look().font(TypeStyle.TEXT));
        gc.setForeground(look().color(brands.isEmpty() ? Token.TEXT_QUIET : Token.TEXT));
        Point extent = gc.textExtent(text());
        gc.drawText(text(), x, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
        if (brands.size() > 1) {
            gc.drawImage(look().icon(Icon.DOWN, 16, Token.TEXT_QUIET), x + extent.x + Grid.HALF, middle - 8);
        }
    }

    private void open() {
        Menu menu = new Menu(this);
        Set<BrandId> every = brands.stream().map(Brand::id).collect(Collectors.toSet());
        MenuItem all = new MenuItem(menu, SWT.RADIO);
        all.setText(MessageFormat.format(texts.brands_all, brands.size()));
        all.setSelection(selection.filter().all());
        all.addListener(SWT.Selection, e -> change(selection::all));
        separate(menu);
        for (Brand brand : brands) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(brand.name().replace("&", "&&"));
            item.setSelection(selection.filter().shows(brand.id()));
            item.addListener(SWT.Selection, e -> change(() -> selection.toggle(brand.id(), every)));
        }
        separate(menu);
        MenuItem only = new MenuItem(menu, SWT.CASCADE);
        only.setText(texts.brands_only);
        Menu inner = new Menu(only);
        only.setMenu(inner);
        for (Brand brand : brands) {
            MenuItem item = new MenuItem(inner, SWT.PUSH);
            item.setText(brand.name().replace("&", "&&"));
            item.addListener(SWT.Selection, e -> change(() -> selection.only(brand.id())));
        }
        DropMenu.open(menu, this);
    }

    private static MenuItem separate(Menu menu) {
        return new MenuItem(menu, SWT.SEPARATOR);
    }

    private void change(Runnable choice) {
        choice.run();
        refresh();
    }
}
