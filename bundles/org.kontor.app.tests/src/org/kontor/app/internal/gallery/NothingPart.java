package org.kontor.app.internal.gallery;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.EmptyState;

/** A view with nothing in it. */
public final class NothingPart {
    private @Nullable EmptyState empty;

    @PostConstruct
    void create(Composite parent, Look look) {
        EmptyState state = new EmptyState(parent, look).onCanvas();
        state.show(
                Icon.INBOX,
                "There is no brand yet. Set one up, and what its customers write arrives here.",
                "Set up a brand",
                () -> {});
        empty = state;
    }

    @Focus
    void focus() {
        EmptyState state = empty;
        if (state != null) {
            state.setFocus();
        }
    }
}
