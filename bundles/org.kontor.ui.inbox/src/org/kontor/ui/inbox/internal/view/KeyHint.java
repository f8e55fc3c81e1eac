package org.kontor.ui.inbox.internal.view;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.KeyCap;

/** Shows keys where they help. */
final class KeyHint extends Drawn {
    private final List<String> keys;

    KeyHint(Composite parent, Look look, String... keys) {
        super(parent, look, false);
        this.keys = List.of(keys);
        speak(String.join(" ", keys));
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int width = Grid.HALF;
            int height = 0;
            for (String key : keys) {
                Point size = KeyCap.size(gc, look(), key);
                width += size.x + Grid.HALF;
                height = Math.max(height, size.y);
            }
            return new Point(width, height);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int x = 0;
        for (String key : keys) {
            x += KeyCap.draw(gc, look(), x, area.height / 2, key) + Grid.HALF;
        }
    }
}
