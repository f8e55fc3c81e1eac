package org.kontor.ui.setup.internal.wizard;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.model.Problem;
import org.kontor.ui.setup.internal.view.Desk;
import org.kontor.ui.setup.internal.view.FormRows;
import org.kontor.ui.setup.internal.view.Remark;
import org.kontor.ui.setup.internal.view.SettingsForm;

/** Page 3: what the connector asks for, the account's name, and how far back messages are work. */
final class SettingsStep implements Step {
    private static final int DAYS = 96;

    private final Desk desk;
    private final NewAccountModel model;
    private final Mnemonics mnemonics;
    private @Nullable Remark advice;
    private @Nullable SettingsForm form;
    private @Nullable Field name;
    private @Nullable Remark nameRemark;
    private @Nullable Field days;
    private @Nullable Remark daysRemark;

    SettingsStep(Desk desk, NewAccountModel model, Mnemonics mnemonics) {
        this.desk = desk;
        this.model = model;
        this.mnemonics = mnemonics;
    }

    @Override
    public void create(Composite parent) {
        advice = new Remark(parent, desk.look());
        model.form().ifPresent(fields -> form = new SettingsForm(parent, desk, fields, mnemonics));
        Composite rows = new Composite(parent, SWT.NONE);
        FormRows.layout(rows);

        String label = desk.text("account.name");
        FormRows.label(rows, desk.look(), mnemonics.mark(label) + "\u00a0*");
        Composite cell = FormRows.cell(rows);
        Field naming = new Field(cell, desk.look(), SWT.SINGLE, desk.text("form.required", label));
        naming.setLayoutData(FormRows.stretch(SWT.DEFAULT));
        Names.id(naming.text(), "account.name");
        naming.text()
                .addListener(SWT.Modify, e -> model.setAccountName(naming.text().getText()));
        name = naming;
        nameRemark = new Remark(cell, desk.look());

        FormRows.label(rows, desk.look(), mnemonics.mark(desk.text("account.days")) + "\u00a0*");
        Composite back = FormRows.cell(rows);
        Field number = new Field(back, desk.look(), SWT.SINGLE, desk.text("form.required", desk.text("account.days")));
        number.setLayoutData(FormRows.stretch(DAYS));
        Names.id(number.text(), "account.days");
        number.text().addListener(SWT.Modify, e -> model.setDays(number.text().getText()));
        days = number;
        daysRemark = new Remark(back, desk.look());
        refresh();
    }

    @Override
    public void refresh() {
        Remark tip = advice;
        if (tip != null) {
            Optional<String> key = model.form().flatMap(f -> f.advice());
            tip.show(Remark.Kind.WARNING, key.map(desk::text).orElse(""));
        }
        put(name, model.accountName());
        put(days, model.days());
        sayName();
        sayDays();
    }

    private static void put(@Nullable Field field, String value) {
        // While someone empties the name it must not fill itself again under his hands.
        if (field != null
                && !field.text().getText().equals(value)
                && !field.text().isFocusControl()) {
            field.text().setText(value);
        }
    }

    private void sayName() {
        Remark remark = nameRemark;
        Optional<Account> same = model.duplicate();
        if (remark != null && same.isPresent()) {
            String brand =
                    model.there().brand(same.get().brand()).map(Brand::name).orElse("");
            remark.show(Remark.Kind.WARNING, desk.text("account.duplicate", brand));
        } else if (remark != null) {
            remark.show(Remark.Kind.HINT, desk.text("account.name.hint"));
        }
    }

    private void sayDays() {
        Remark remark = daysRemark;
        Field field = days;
        if (remark == null || field == null) {
            return;
        }
        Optional<Problem> problem = model.daysProblem();
        field.setWrong(problem.isPresent());
        if (problem.isPresent()) {
            remark.show(Remark.Kind.WRONG, problem.get().text(desk.messages()));
        } else {
            String since = model.workFrom().map(desk.times()::date).orElse("");
            Optional<Duration> history = model.connector()
                    .flatMap(c -> Optional.ofNullable(c.capabilities().history()));
            String limit = history.map(h -> " " + desk.text("account.days.limit", String.valueOf(h.toDays())))
                    .orElse("");
            remark.show(Remark.Kind.HINT, desk.text("account.days.hint", since) + limit);
        }
    }

    @Override
    public void focus() {
        SettingsForm fields = form;
        if (fields != null) {
            fields.focus();
        }
    }
}
