package org.kontor.ui.escalation.internal;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.kontor.api.cases.CaseRef;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.escalation.internal.model.CaseKey;

/** The editors that are open: finds and makes them, and keeps which they are. */
@Creatable
public final class Editors {
    /** The descriptor of the editors. */
    public static final String EDITOR = "org.kontor.part.case";

    private static final String STACK = "org.kontor.stack.cases";
    private static final String NONE = "org.kontor.part.case.none";
    private static final String CASE = "case";
    private static final String KEPT = "org.kontor.ui.escalation.editors";
    private static final String KEPT_FRONT = "org.kontor.ui.escalation.front";

    private final MApplication application;
    private final EModelService models;
    private final EPartService parts;
    private final ViewStates states;

    @Inject
    public Editors(MApplication application, EModelService models, EPartService parts, ViewStates states) {
        this.application = application;
        this.models = models;
        this.parts = parts;
        this.states = states;
    }

    /** The case that an editor is made for. */
    public static Optional<CaseRef> caseOf(MPart editor) {
        String key = editor.getPersistedState().get(CASE);
        return key == null ? Optional.empty() : CaseKey.parse(key);
    }

    /** Brings the editor of a case to the front; makes it where there is none. */
    public void open(CaseRef ref) {
        parts.showPart(find(ref).orElseGet(() -> make(ref)), PartState.ACTIVATE);
        keep();
    }

    private Optional<MPart> find(CaseRef ref) {
        return all().stream()
                .filter(part -> caseOf(part).filter(ref::equals).isPresent())
                .findFirst();
    }

    private List<MPart> all() {
        return models.findElements(application, EDITOR, MPart.class).stream()
                .filter(MPart::isToBeRendered)
                .toList();
    }

    private MPart make(CaseRef ref) {
        MPart part = parts.createPart(EDITOR);
        part.getPersistedState().put(CASE, CaseKey.of(ref));
        part.getTags().add(EPartService.REMOVE_ON_HIDE_TAG);
        // Where an editor was dragged to would not be kept, and a click that trembles would begin to drag.
        part.getTags().add(IPresentationEngine.NO_MOVE);
        part.setCloseable(true);
        models.findElements(application, STACK, MPartStack.class).stream()
                .findFirst()
                .ifPresent(stack -> stack.getChildren().add(part));
        placeholder(false);
        return part;
    }

    /** Opens what was open when the window was closed. */
    public void restore() {
        List<CaseRef> refs = states.list(KEPT).stream()
                .map(CaseKey::parse)
                .flatMap(Optional::stream)
                .toList();
        Optional<CaseRef> front = states.get(KEPT_FRONT).flatMap(CaseKey::parse);
        for (CaseRef ref : refs) {
            if (find(ref).isEmpty()) {
                make(ref);
            }
        }
        front.or(() -> refs.stream().findFirst())
                .flatMap(this::find)
                .ifPresent(part -> parts.showPart(part, PartState.VISIBLE));
    }

    /** An editor came to the front. */
    public void front(CaseRef ref) {
        states.put(KEPT_FRONT, CaseKey.of(ref));
    }

    /** An editor was closed by the user. */
    public void closed() {
        keep();
        if (all().isEmpty()) {
            placeholder(true);
        }
    }

    private void keep() {
        states.put(
                KEPT,
                all().stream()
                        .map(Editors::caseOf)
                        .flatMap(Optional::stream)
                        .map(CaseKey::of)
                        .toList());
    }

    /** What stands where editors would, while there are none. */
    private void placeholder(boolean shown) {
        models.findElements(application, NONE, MPart.class).forEach(none -> {
            none.setToBeRendered(shown);
            if (shown) {
                parts.showPart(none, PartState.VISIBLE);
            }
        });
    }
}
