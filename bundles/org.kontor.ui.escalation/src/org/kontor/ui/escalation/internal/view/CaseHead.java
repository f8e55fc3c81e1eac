package org.kontor.ui.escalation.internal.view;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.Severity;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;
import org.kontor.ui.escalation.internal.model.CaseModel;

/** The head of the editor: which case it is, and what can be done with it. */
final class CaseHead extends Composite {
    private final Desk desk;
    private final CaseModel model;
    private final Label title;
    private final Label below;
    private final Chip chip;
    private final ActionButton save;
    private final ActionButton revert;
    private final ActionButton close;
    private final ActionButton reopen;

    CaseHead(Composite parent, Desk desk, CaseModel model) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
        GridLayout columns = Grid.layout(6, Grid.DOUBLE);
        columns.verticalSpacing = Grid.HALF / 2;
        setLayout(columns);
        // A title may be as long as a sentence: it goes on in the next line rather than behind the buttons.
        title = Css.set(new Label(this, SWT.WRAP), Css.CANVAS);
        title.setFont(desk.look().font(TypeStyle.TITLE));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(title);
        chip = new Chip(this, desk.look(), false);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(chip);
        revert = button("case.revert", ActionButton.Kind.QUIET, model::revert);
        close = button("case.close", ActionButton.Kind.PLAIN, this::askHow);
        reopen = button("case.reopen", ActionButton.Kind.PLAIN, model::reopen);
        save = button("case.save", ActionButton.Kind.PRIMARY, () -> model.save(() -> {}))
                .key(Keys.of(desk.messages().locale()).text("M1+S"));
        below = Css.set(Texts.quiet(this, desk.look(), ""), Css.QUIET, Css.CANVAS);
        GridDataFactory.fillDefaults().grab(true, false).span(6, 1).applyTo(below);
    }

    private ActionButton button(String key, ActionButton.Kind kind, Runnable action) {
        ActionButton button = new ActionButton(this, desk.look(), kind, desk.text(key)).action(action);
        Names.id(button, key);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        return button;
    }

    private void askHow() {
        CloseCaseSheet sheet = new CloseCaseSheet(getShell(), desk, model.dirty());
        if (sheet.open() == IDialogConstants.OK_ID) {
            model.close(sheet.outcome(), sheet.words());
        }
    }

    void refresh() {
        CaseFile file = model.file().orElse(null);
        boolean open = file != null && file.now().open() && !model.gone();
        save.setEnabled(model.dirty() && !model.busy() && !model.gone());
        revert.setEnabled(model.dirty() && !model.busy());
        show(revert, open || model.dirty());
        show(close, open);
        close.setEnabled(!model.busy());
        show(reopen, file != null && !file.now().open() && !model.gone());
        show(save, file != null && (open || model.dirty()));
        if (file != null) {
            set(title, model.form().map(f -> f.title()).orElse(""));
            set(below, desk.words().below(file));
            Case.Closing closing = file.now().closing();
            if (closing == null) {
                Severity severity = model.form()
                        .map(f -> f.severity())
                        .orElse(file.now().facts().severity());
                chip.show(desk.words().of(severity), Tones.chip(severity));
            } else {
                chip.show(desk.words().of(closing.outcome()), Chip.Kind.OK);
            }
        }
        // A second line of the title makes the head higher.
        requestLayout();
        layout(true);
    }

    private static void set(Label label, String words) {
        String shown = words.replace("&", "&&");
        if (!shown.equals(label.getText())) {
            label.setText(shown);
        }
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = !visible;
        }
    }
}
