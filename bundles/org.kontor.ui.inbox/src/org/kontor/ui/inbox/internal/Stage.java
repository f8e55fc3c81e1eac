package org.kontor.ui.inbox.internal;

import org.jspecify.annotations.Nullable;
import org.kontor.ui.inbox.internal.view.ConversationView;
import org.kontor.ui.inbox.internal.view.ListView;

/** Knows which views are on the screen, so that keys and views can lead from one to the other. */
public final class Stage {
    private @Nullable ListView list;
    private @Nullable ConversationView conversation;

    public void list(ListView view) {
        list = view;
    }

    public void conversation(ConversationView view) {
        conversation = view;
    }

    /** Puts the focus into the list. */
    public void focusList() {
        ListView view = list;
        if (view != null && !view.isDisposed()) {
            view.setFocus();
        }
    }

    /** The conversation's view; null while there is none. */
    public @Nullable ConversationView conversation() {
        ConversationView view = conversation;
        return view == null || view.isDisposed() ? null : view;
    }

    /** Puts the caret into the reply. */
    public void write() {
        ConversationView view = conversation();
        if (view != null) {
            view.write();
        }
    }
}
