package org.kontor.app.internal.window;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Look;
import org.osgi.service.event.Event;

/** Draws a hairline in the middle of each sash, so that it can be seen and is still wide enough to be gripped. */
public final class SashLines {
    private static final String DONE = "org.kontor.sashlines";

    private final Look look;

    @Inject
    SashLines(Look look) {
        this.look = look;
    }

    @Inject
    @Optional
    void built(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPartSashContainer container
                && container.getWidget() instanceof Composite host
                && host.getData(DONE) == null) {
            host.setData(DONE, Boolean.TRUE);
            host.addListener(SWT.Paint, e -> paint(e.gc, host, container.isHorizontal()));
            look.onChange(host, host::redraw);
        }
    }

    private void paint(GC gc, Composite host, boolean horizontal) {
        gc.setBackground(look.color(Token.LINE));
        List<Rectangle> panes = new ArrayList<>();
        for (Control each : host.getChildren()) {
            Rectangle bounds = each.getBounds();
            if (each.getVisible() && bounds.width > 0 && bounds.height > 0) {
                panes.add(bounds);
            }
        }
        panes.sort((a, b) -> horizontal ? a.x - b.x : a.y - b.y);
        for (int index = 1; index < panes.size(); index++) {
            Rectangle before = panes.get(index - 1);
            Rectangle after = panes.get(index);
            if (horizontal) {
                gc.fillRectangle((before.x + before.width + after.x) / 2, before.y, 1, before.height);
            } else {
                gc.fillRectangle(before.x, (before.y + before.height + after.y) / 2, before.width, 1);
            }
        }
    }
}
