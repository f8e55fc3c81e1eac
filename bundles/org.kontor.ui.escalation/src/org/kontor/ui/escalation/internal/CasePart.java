package org.kontor.ui.escalation.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.ISaveHandler;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.escalation.internal.model.CaseModel;
import org.kontor.ui.escalation.internal.view.CaseView;

/** The editor of one case. */
public final class CasePart implements CaseView.Window {
    private final MPart part;
    private final CaseKit kit;
    private final Editors editors;
    private final UnsavedCases unsaved;
    private final CaseRef ref;
    private final CaseModel model;
    private @Nullable CaseView view;
    private @Nullable ConversationRef selected;

    @Inject
    public CasePart(MPart part, CaseKit kit, Editors editors, UnsavedCases unsaved) {
        this.part = part;
        this.kit = kit;
        this.editors = editors;
        this.unsaved = unsaved;
        ref = Editors.caseOf(part).orElseThrow(() -> new IllegalStateException("an editor without a case"));
        model = kit.model(ref);
    }

    @PostConstruct
    void create(Composite parent, MWindow window) {
        IEclipseContext context = window.getContext();
        if (!(context.getLocal(ISaveHandler.class) instanceof AskingSaveHandler)) {
            context.set(ISaveHandler.class, new AskingSaveHandler(context, kit.desk()));
        }
        parent.setLayout(new FillLayout());
        view = new CaseView(parent, kit.desk(), model, this);
        model.onChange(this::changed);
        model.reload();
    }

    private void changed() {
        part.setDirty(model.dirty());
        model.file().ifPresent(file -> {
            String number = file.now().number().toString();
            part.setLabel(kit.desk().text("case.name", number));
            part.setTooltip(file.now().facts().title());
            unsaved.set(ref, model.dirty() ? Optional.of(number) : Optional.empty());
        });
    }

    /** What is selected in the inbox can be added. */
    @Inject
    void selection(
            @org.eclipse.e4.core.di.annotations.Optional @Nullable @Named(ContextKeys.CONVERSATION)
                    ConversationRef conversation) {
        selected = conversation;
    }

    /** Tells which editor is in front. */
    @Inject
    void active(
            @org.eclipse.e4.core.di.annotations.Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart active) {
        if (active == part) {
            editors.front(ref);
        }
    }

    @Override
    public void open(ConversationRef conversation) {
        kit.open(conversation);
    }

    @Override
    public Optional<ConversationRef> selected() {
        return Optional.ofNullable(selected);
    }

    /** Saves what was typed; it is on its way when this returns. */
    @Persist
    public void save() {
        model.save(() -> {});
    }

    /** Saves what was typed and does {@code then}, if it was saved. */
    void saveThen(Runnable then) {
        model.save(then);
    }

    @Focus
    void focus() {
        CaseView shown = view;
        if (shown != null) {
            shown.focus();
        }
    }

    @PreDestroy
    void close(Display display) {
        unsaved.set(ref, Optional.empty());
        model.close();
        if (!display.isDisposed()) {
            display.asyncExec(editors::closed);
        }
    }
}
