package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** The lines of a section of the card. Their widgets are used again from one person to the next: making them is dear. */
final class CardLines<T> {
    /** The widgets of a line. */
    interface Line<T> {
        /** Shows a content; null hides it. */
        void show(@Nullable T content);
    }

    private final Supplier<Line<T>> maker;
    private final List<Line<T>> lines = new ArrayList<>();
    private int shown;

    /** @param maker makes a line below those there are */
    CardLines(Supplier<Line<T>> maker) {
        this.maker = maker;
    }

    void show(List<T> contents) {
        for (int at = 0; at < contents.size(); at++) {
            if (at == lines.size()) {
                lines.add(maker.get());
            }
            lines.get(at).show(contents.get(at));
        }
        for (int at = contents.size(); at < shown; at++) {
            lines.get(at).show(null);
        }
        shown = contents.size();
    }

    /** Shows or hides a widget that has a place in a grid. */
    static void present(Control control, boolean visible) {
        if (control.getLayoutData() instanceof GridData data && data.exclude == visible) {
            data.exclude = !visible;
            control.setVisible(visible);
        }
    }
}
