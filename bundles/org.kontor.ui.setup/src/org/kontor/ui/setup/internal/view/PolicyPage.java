package org.kontor.ui.setup.internal.view;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.PolicyEditor;

/** What a brand promises: the target, when the office is open, and what both mean together. */
final class PolicyPage extends Page {
    private static final int DAYS = 120;

    private final PolicyEditor editor;
    private final Label meaning;
    private final SettingsForm form;
    private final Field days;
    private final Remark daysRemark;

    PolicyPage(Composite parent, Desk desk, PolicyEditor editor, Consumer<Node> open) {
        super(parent, desk);
        this.editor = editor;
        ActionButton back = new ActionButton(buttons(), desk.look(), ActionButton.Kind.PLAIN, desk.text("policy.back"))
                .icon(Icon.BACK)
                .action(() -> open.accept(new Node.OfBrand(editor.brand().id())));
        Names.id(back, "policy.back");
        Mnemonics mnemonics = new Mnemonics("");
        Card means = new Card(body(), desk.look(), desk.text("policy.meaning"));
        meaning = Names.id(Texts.body(means, desk.look(), ""), "policy.meaning");
        Card week = new Card(body(), desk.look(), "");
        form = new SettingsForm(week, desk, editor.form(), mnemonics);
        Card special = new Card(body(), desk.look(), "");
        Composite rows = new Composite(special, SWT.NONE);
        FormRows.layout(rows);
        FormRows.label(rows, desk.look(), mnemonics.mark(desk.text("policy.days")));
        Composite cell = FormRows.cell(rows);
        days = new Field(cell, desk.look(), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, desk.text("policy.days"));
        GridData tall = FormRows.stretch(SWT.DEFAULT);
        tall.heightHint = DAYS;
        days.setLayoutData(tall);
        Names.id(days.text(), "policy.days");
        days.text().addListener(SWT.Modify, e -> editor.setDayLines(days.text().getText()));
        days.text().addListener(SWT.FocusOut, e -> editor.leaveDays());
        // Tab belongs to the form, as in every other field.
        days.text().addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        daysRemark = new Remark(cell, desk.look());
        String years = editor.year() + "/" + (editor.year() + 1);
        ActionButton holidays = new ActionButton(
                        cell, desk.look(), ActionButton.Kind.QUIET, desk.text("policy.holidays", years))
                .icon(Icon.ADD)
                .action(editor::addHolidays);
        Names.id(holidays, "policy.holidays");
        refresh();
        shape();
    }

    @Override
    void refresh() {
        head(editor.brand().name(), desk().text("policy.title"));
        editor.notice().ifPresentOrElse(this::notice, () -> banner().hide());
        String means = editor.meaning();
        set(meaning, means.isEmpty() ? desk().text("policy.means.unclear") : means);
        if (!days.text().getText().replaceAll("\\R", "\n").equals(editor.dayLines())) {
            days.text().setText(editor.dayLines());
        }
        days.setWrong(editor.dayProblem().isPresent());
        editor.dayProblem()
                .ifPresentOrElse(
                        problem -> daysRemark.show(Remark.Kind.WRONG, problem.text(desk().messages())),
                        () -> daysRemark.show(Remark.Kind.HINT, desk().text("policy.days.hint")));
    }

    @Override
    void save() {
        editor.save();
        if (!editor.valid()) {
            if (editor.form().valid()) {
                days.setFocus();
            } else {
                form.focus();
            }
        }
    }

    @Override
    void focus() {
        form.focus();
    }
}
