package org.kontor.ui.escalation.internal.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * One of a few things in the system's own combo box; on a dark ground, where the system's edge cannot be seen, with ours
 * around it.
 *
 * @param <T> what is chosen
 */
final class Choice<T> extends Composite {
    private final Look look;
    private final Combo combo;
    private List<T> values = List.of();

    Choice(Composite parent, Look look, String id, String name) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        Css.set(this, Css.CANVAS);
        setLayout(Grid.layout(1, 1));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(160, SWT.DEFAULT)
                .applyTo(this);
        combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setFont(look.font(TypeStyle.TEXT));
        combo.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Names.id(Names.name(combo, name), id);
        addListener(SWT.Paint, this::paint);
        combo.addListener(SWT.FocusIn, e -> redraw());
        combo.addListener(SWT.FocusOut, e -> redraw());
        look.onChange(this, this::redraw);
    }

    /** Calls {@code listener} when the user chooses. */
    void onChoose(Consumer<T> listener) {
        combo.addListener(SWT.Selection, e -> {
            int at = combo.getSelectionIndex();
            if (at >= 0) {
                listener.accept(values.get(at));
            }
        });
    }

    /** Offers things and shows which is chosen. */
    void show(List<T> offered, T chosen, Function<T, String> words) {
        String[] items = offered.stream().map(words).toArray(String[]::new);
        values = List.copyOf(offered);
        if (!List.of(items).equals(List.of(combo.getItems()))) {
            combo.setItems(items);
        }
        int at = values.indexOf(chosen);
        if (at != combo.getSelectionIndex()) {
            combo.select(at);
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        combo.setEnabled(enabled);
    }

    private void paint(Event event) {
        if (look.dark()) {
            GC gc = event.gc;
            Rectangle area = getClientArea();
            gc.setAntialias(SWT.ON);
            gc.setForeground(look.color(combo.isFocusControl() ? Token.ACCENT : Token.EDGE));
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, Grid.CORNER, Grid.CORNER);
        }
    }
}
