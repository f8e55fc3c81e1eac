package org.kontor.ui.escalation.internal.view;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;
import org.kontor.ui.escalation.internal.model.CaseModel;
import org.kontor.ui.escalation.internal.model.Said;

/** The editor of one case. */
public final class CaseView extends Composite {
    private static final int SIDE = 280;
    private static final int NARROWEST = 700;
    private static final int TICK_MS = 1_000;
    private static final int NOTE = 64;

    /** What the editor asks of the window. */
    public interface Window {
        /** Shows a conversation in the inbox. */
        void open(ConversationRef conversation);

        /** The conversation that is selected in the inbox. */
        Optional<ConversationRef> selected();
    }

    private final Desk desk;
    private final CaseModel model;
    private final CaseHead head;
    private final Banner banner;
    private final ScrolledComposite scroll;
    private final Composite page;
    private final FactsForm facts;
    private final ConversationCards conversations;
    private final ActionButton link;
    private final Field note;
    private final ActionButton addNote;
    private final ActionButton decide;
    private final Timeline timeline;
    private final SideCards side;
    private @Nullable Said told;

    public CaseView(Composite parent, Desk desk, CaseModel model, Window window) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
        GridLayout rows = Grid.tight(1);
        rows.verticalSpacing = 0;
        setLayout(rows);
        head = new CaseHead(this, desk, model);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        banner = new Banner(this, desk.look());
        scroll = Css.set(new ScrolledComposite(this, SWT.V_SCROLL), Css.CANVAS);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        page = Css.set(new Composite(scroll, SWT.NONE), Css.CANVAS);
        GridLayout columns = Grid.layout(2, Grid.DOUBLE);
        columns.marginTop = 0;
        columns.horizontalSpacing = Grid.DOUBLE;
        page.setLayout(columns);
        Composite left = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        left.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
        side = new SideCards(page, desk);
        GridDataFactory.fillDefaults().hint(SIDE, SWT.DEFAULT).applyTo(side);
        facts = new FactsForm(left, desk, model);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        heading(left, "case.conversations");
        conversations = new ConversationCards(left, desk, model, window::open);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(conversations);
        link = button(left, "case.link", () -> window.selected().ifPresent(model::link));
        link.setToolTipText(desk.text("case.link.tip"));
        heading(left, "case.timeline");
        note = note(left);
        Composite line = Css.set(new Composite(left, SWT.NONE), Css.CANVAS);
        line.setLayout(Grid.tight(2));
        addNote = button(line, "case.note.add", model::addNote);
        decide = button(line, "case.decide", model::decide);
        timeline = new Timeline(left, desk);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, Grid.UNIT).applyTo(timeline);
        scroll.setContent(page);
        scroll.setShowFocusedControl(true);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.getVerticalBar().setIncrement(Grid.TRIPLE);
        scroll.addListener(SWT.Resize, e -> measure());
        page.setVisible(false);
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow(window::selected);
    }

    private void heading(Composite parent, String key) {
        Label label = Css.set(Texts.heading(parent, desk.look(), desk.text(key)), Css.CANVAS);
        GridDataFactory.fillDefaults().indent(0, Grid.UNIT).applyTo(label);
    }

    private ActionButton button(Composite parent, String key, Runnable action) {
        ActionButton button =
                new ActionButton(parent, desk.look(), ActionButton.Kind.PLAIN, desk.text(key)).action(action);
        Names.id(button, key);
        return button;
    }

    private Field note(Composite parent) {
        Label label = Css.set(Texts.quiet(parent, desk.look(), desk.text("case.note")), Css.QUIET, Css.CANVAS);
        GridDataFactory.fillDefaults().applyTo(label);
        Field field = new Field(parent, desk.look(), SWT.MULTI | SWT.WRAP, desk.text("case.note"));
        Names.id(field.text(), "case.note");
        field.text().setMessage(desk.text("case.note.hint"));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, NOTE).applyTo(field);
        field.text()
                .addListener(SWT.Modify, e -> model.note(field.text().getText().replace("\r\n", "\n")));
        field.text().addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        return field;
    }

    /** The store and the clock are followed while the editor shows. */
    private void follow(Supplier<Optional<ConversationRef>> selected) {
        getDisplay().timerExec(TICK_MS, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.tick();
                    model.file().ifPresent(side::refresh);
                    link(selected.get());
                }
                follow(selected);
            }
        });
    }

    private void link(Optional<ConversationRef> selected) {
        boolean may = model.editable()
                && selected.filter(ref -> model.file()
                                .filter(file -> file.brand().id().equals(ref.brand())
                                        && !file.now().conversations().contains(ref))
                                .isPresent())
                        .isPresent();
        if (link.getEnabled() != may) {
            link.setEnabled(may);
        }
    }

    /** Puts the cursor into the first field. */
    public void focus() {
        if (model.editable()) {
            facts.focus();
        } else {
            note.setFocus();
        }
    }

    private void refresh() {
        head.refresh();
        say();
        CaseFile file = model.file().orElse(null);
        if (file == null) {
            return;
        }
        model.form().ifPresent(form -> facts.refresh(file, form));
        if (!note.text().getText().replace("\r\n", "\n").equals(model.note())) {
            note.text().setText(model.note());
        }
        boolean written = !model.note().isBlank() && !model.busy() && !model.gone();
        addNote.setEnabled(written);
        decide.setEnabled(written);
        boolean other = conversations.refresh(file);
        other |= timeline.refresh(file);
        side.refresh(file);
        if (!page.getVisible()) {
            page.setVisible(true);
            link.setEnabled(false);
            other = true;
        }
        if (other) {
            measure();
        }
    }

    private void say() {
        Said said = model.gone() ? new Said.Failed(desk.text("said.NO_CASE")) : model.said();
        if (said.equals(told)) {
            return;
        }
        told = said;
        switch (said) {
            case Said.Nothing nothing -> banner.hide();
            case Said.Failed failed -> banner.show(Banner.Kind.ERROR, failed.sentence());
            case Said.Overtaken overtaken ->
                banner.show(
                        Banner.Kind.WARNING,
                        overtaken.sentence(),
                        desk.text("conflict.overwrite"),
                        () -> model.overwrite(() -> {}));
        }
    }

    private void measure() {
        int width = Math.max(NARROWEST, scroll.getClientArea().width);
        scroll.setMinSize(NARROWEST, page.computeSize(width, SWT.DEFAULT).y);
        page.layout(true, true);
    }
}
