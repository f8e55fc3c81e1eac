package org.kontor.ui.inbox.internal.part;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * Keeps the panes beside the conversation as wide as they were left, and lets the conversation take what remains: the
 * platform would share a wider window out among all of them. The shares that it keeps are widths in points here. On a narrow
 * window the person's card goes first.
 */
final class Columns {
    /** The least the conversation needs for words and buttons. */
    static final int CONVERSATION = 460;

    private static final int LEAST = 160;
    private static final String CONVERSATION_ID = "org.kontor.part.inbox.conversation";
    private static final String CARD_ID = "org.kontor.part.inbox.customer";

    private final MPartSashContainer container;
    private int width;

    private Columns(MPartSashContainer container) {
        this.container = container;
    }

    /** Holds the widths of the panes beside {@code part} for as long as {@code pane} lives. */
    static void hold(Composite pane, MPart part) {
        Object parent = part.getParent();
        if (parent instanceof MPartSashContainer sashes) {
            Columns columns = new Columns(sashes);
            Composite area = pane.getParent();
            area.addListener(SWT.Resize, event -> columns.fit(area.getClientArea().width));
            pane.getDisplay().asyncExec(() -> {
                if (!area.isDisposed()) {
                    columns.fit(area.getClientArea().width);
                }
            });
        }
    }

    private void fit(int now) {
        if (now <= 0 || now == width) {
            return;
        }
        width = now;
        List<MUIElement> beside = new ArrayList<>();
        MUIElement conversation = null;
        MUIElement card = null;
        for (MUIElement child : container.getChildren()) {
            if (CONVERSATION_ID.equals(child.getElementId())) {
                conversation = child;
            } else {
                beside.add(child);
                card = CARD_ID.equals(child.getElementId()) ? child : card;
            }
        }
        if (conversation == null) {
            return;
        }
        int taken = beside.stream().mapToInt(Columns::share).sum();
        boolean room = now - taken >= CONVERSATION;
        if (card != null && card.isVisible() != room) {
            card.setVisible(room);
        }
        int left = card != null && !room ? now - taken + share(card) : now - taken;
        share(conversation, Math.max(CONVERSATION / 2, left));
        for (MUIElement each : beside) {
            share(each, share(each));
        }
    }

    private static int share(MUIElement element) {
        String data = element.getContainerData();
        return data != null && data.matches("\\d{1,5}") ? Math.max(LEAST, Integer.parseInt(data)) : LEAST;
    }

    private static void share(MUIElement element, int points) {
        String data = Integer.toString(points);
        if (!data.equals(element.getContainerData())) {
            element.setContainerData(data);
        }
    }
}
