package org.kontor.ui.escalation.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;

/** What stands where the editors would, while none is open. */
public final class NoEditorPart {
    private final CaseKit kit;
    private @Nullable EmptyState state;

    @Inject
    public NoEditorPart(CaseKit kit) {
        this.kit = kit;
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        Css.set(parent, Css.CANVAS);
        EmptyState shown = new EmptyState(parent, kit.desk().look()).onCanvas();
        shown.show(Icon.FLAG, kit.desk().text("editors.none"));
        state = shown;
    }

    @Focus
    void focus() {
        EmptyState shown = state;
        if (shown != null) {
            shown.setFocus();
        }
    }
}
