package org.kontor.ui.escalation.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.escalation.internal.model.BoardModel;
import org.kontor.ui.escalation.internal.view.BoardView;

/** The board of cases at the left. */
public final class BoardPart {
    private final CaseKit kit;
    private final Editors editors;
    private final BoardModel model;
    private @Nullable BoardView view;

    @Inject
    public BoardPart(CaseKit kit, Editors editors) {
        this.kit = kit;
        this.editors = editors;
        model = kit.board();
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        view = new BoardView(parent, kit.desk(), model, kit::open);
        model.reload();
        // The stack of editors is made after this part.
        parent.getDisplay().asyncExec(() -> {
            if (!parent.isDisposed()) {
                editors.restore();
            }
        });
    }

    /** Follows the brand filter of the top bar. */
    @Inject
    void filter(@Optional @Nullable @Named(ContextKeys.BRANDS) BrandFilter filter) {
        if (filter != null) {
            model.brands(filter.brands());
        }
    }

    /** Follows the time range of the top bar, for what is closed. */
    @Inject
    void range(@Optional @Nullable @Named(ContextKeys.RANGE) TimeRange range) {
        if (range != null) {
            model.range(range);
        }
    }

    /** Marks the case whose editor is in front. */
    @Inject
    void front(@Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart part) {
        BoardView shown = view;
        if (part != null && shown != null) {
            Editors.caseOf(part).ifPresent(shown::mark);
        }
    }

    @Focus
    void focus() {
        BoardView shown = view;
        if (shown != null) {
            shown.focus();
        }
    }

    @PreDestroy
    void close() {
        model.close();
    }
}
