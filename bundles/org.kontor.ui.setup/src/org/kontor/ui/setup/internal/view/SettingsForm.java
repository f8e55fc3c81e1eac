package org.kontor.ui.setup.internal.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.setup.internal.model.FormField;
import org.kontor.ui.setup.internal.model.FormModel;
import org.kontor.ui.setup.internal.model.Mnemonics;

/**
 * The fields that a connector declared: one row for each, in its order; those for rare cases folded away. What is wrong with
 * a field stands below it.
 */
public final class SettingsForm extends Composite {
    private static final int PORT = 96;
    private static final int CHOICE = 240;
    private static final char HIDDEN = '•';

    private final Desk desk;
    private final FormModel form;
    private final Map<String, Runnable> refreshers = new LinkedHashMap<>();
    private final Map<String, Control> inputs = new LinkedHashMap<>();
    private final List<Control> rare = new ArrayList<>();
    private boolean unfolded;

    /** @param mnemonics gives each label a letter that nothing else on the page has */
    public SettingsForm(Composite parent, Desk desk, FormModel form, Mnemonics mnemonics) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.form = form;
        FormRows.layout(this);
        form.fields().stream().filter(f -> !f.spec().advanced()).forEach(f -> row(f, mnemonics));
        List<FormField> advanced =
                form.fields().stream().filter(f -> f.spec().advanced()).toList();
        if (!advanced.isEmpty()) {
            fold(mnemonics);
            int before = getChildren().length;
            advanced.forEach(f -> row(f, mnemonics));
            rare.addAll(List.of(getChildren()).subList(before, getChildren().length));
            unfold(advanced.stream()
                    .anyMatch(f -> !form.value(f.name()).equals(f.spec().initial())));
        }
        Runnable leave = form.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
    }

    private Optional<String> first(Predicate<FormField> wanted) {
        return form.fields().stream().filter(wanted).map(FormField::name).findFirst();
    }

    /** Puts the cursor into the first field with something wrong, else into the first one. */
    public void focus() {
        String name = first(field -> form.shown(field.name()).isPresent())
                .or(() -> first(field ->
                        field.spec().required() && form.value(field.name()).isEmpty() && !form.keepsSecret(field)))
                .or(() -> first(field -> true))
                .orElse("");
        Control input = inputs.get(name);
        if (input != null) {
            if (rare.contains(input.getParent())
                    || rare.contains(input.getParent().getParent())) {
                unfold(true);
            }
            input.setFocus();
        }
    }

    private void refresh() {
        if (!isDisposed()) {
            refreshers.values().forEach(Runnable::run);
            boolean hidden = form.fields().stream()
                    .anyMatch(f -> f.spec().advanced() && form.shown(f.name()).isPresent());
            if (hidden && !unfolded) {
                unfold(true);
            }
        }
    }

    // -- rare settings

    private void fold(Mnemonics mnemonics) {
        new Label(this, SWT.NONE).setVisible(false);
        Composite cell = FormRows.cell(this);
        Button more = new Button(cell, SWT.CHECK);
        more.setFont(desk.look().font(TypeStyle.TEXT));
        more.setText(mnemonics.mark(desk.text("form.more")));
        Names.id(more, "setting.more");
        more.addListener(SWT.Selection, e -> unfold(more.getSelection()));
        refreshers.put("", () -> more.setSelection(unfolded));
    }

    private void unfold(boolean now) {
        unfolded = now;
        for (Control control : rare) {
            ((GridData) control.getLayoutData()).exclude = !now;
            control.setVisible(now);
        }
        Runnable box = refreshers.get("");
        if (box != null) {
            box.run();
        }
        requestLayout();
    }

    // -- one row

    private void row(FormField field, Mnemonics mnemonics) {
        String label = mnemonics.mark(field.label()) + (field.spec().required() ? "\u00a0*" : "");
        if (field.spec().kind() == Kind.SWITCH) {
            box(field, label);
            return;
        }
        FormRows.label(this, desk.look(), label);
        Composite cell = FormRows.cell(this);
        switch (field.spec().kind()) {
            case TEXT, HOST, MAIL_ADDRESS, ADDRESS -> text(cell, field, SWT.DEFAULT);
            case PORT -> text(cell, field, PORT);
            case SECRET -> secret(cell, field);
            case CHOICE -> choice(cell, field);
            case SWITCH -> throw new IllegalStateException("handled above");
        }
    }

    private Field text(Composite cell, FormField field, int width) {
        Field input = input(cell, field);
        input.setLayoutData(FormRows.stretch(width));
        remark(cell, field, input);
        return input;
    }

    private void secret(Composite cell, FormField field) {
        Composite line = FormRows.line(cell, 2);
        Field input = input(line, field);
        input.setLayoutData(FormRows.stretch(SWT.DEFAULT));
        input.text().setEchoChar(HIDDEN);
        IconButton eye = new IconButton(line, desk.look(), Grid.CONTROL, Icon.SHOW, desk.text("secret.show"));
        Names.id(eye, "setting." + field.name() + ".show");
        eye.onActivate(() -> {
            boolean hidden = input.text().getEchoChar() == HIDDEN;
            input.text().setEchoChar(hidden ? '\0' : HIDDEN);
            eye.setIcon(hidden ? Icon.HIDE : Icon.SHOW);
            eye.setName(desk.text(hidden ? "secret.hide" : "secret.show"));
        });
        if (form.keepsSecret(field)) {
            input.text().setMessage(desk.text("secret.kept"));
        }
        remark(cell, field, input);
    }

    private Field input(Composite parent, FormField field) {
        Field input = new Field(parent, desk.look(), SWT.SINGLE, spoken(field));
        Text text = input.text();
        Names.id(text, "setting." + field.name());
        text.addListener(SWT.Modify, e -> form.set(field.name(), text.getText()));
        text.addListener(SWT.FocusOut, e -> form.leave(field.name()));
        inputs.put(field.name(), text);
        return input;
    }

    private void choice(Composite cell, FormField field) {
        Combo combo = new ComboFrame(cell, desk.look(), SWT.READ_ONLY, spoken(field), CHOICE).combo();
        field.choices().forEach(choice -> combo.add(choice.label()));
        Names.id(combo, "setting." + field.name());
        combo.addListener(SWT.Selection, e -> {
            int at = combo.getSelectionIndex();
            if (at >= 0) {
                form.set(field.name(), field.choices().get(at).value());
            }
        });
        combo.addListener(SWT.FocusOut, e -> form.leave(field.name()));
        inputs.put(field.name(), combo);
        Remark remark = new Remark(cell, desk.look());
        refreshers.put(field.name(), () -> {
            String label = field.choiceLabel(form.value(field.name()));
            if (!combo.getText().equals(label)) {
                combo.select(combo.indexOf(label));
            }
            tell(field, remark);
        });
    }

    private void box(FormField field, String label) {
        new Label(this, SWT.NONE).setLayoutData(new GridData());
        Composite cell = FormRows.cell(this);
        Button box = new Button(cell, SWT.CHECK);
        box.setFont(desk.look().font(TypeStyle.TEXT));
        box.setText(label);
        Names.id(box, "setting." + field.name());
        box.addListener(SWT.Selection, e -> form.set(field.name(), String.valueOf(box.getSelection())));
        inputs.put(field.name(), box);
        Remark remark = new Remark(cell, desk.look());
        refreshers.put(field.name(), () -> {
            box.setSelection(form.value(field.name()).equals("true"));
            tell(field, remark);
        });
    }

    private void remark(Composite cell, FormField field, Field input) {
        Remark remark = new Remark(cell, desk.look());
        refreshers.put(field.name(), () -> {
            String value = form.value(field.name());
            if (!input.text().getText().equals(value)) {
                input.text().setText(value);
            }
            input.setWrong(form.shown(field.name()).isPresent());
            tell(field, remark);
        });
    }

    private void tell(FormField field, Remark remark) {
        form.shown(field.name())
                .ifPresentOrElse(
                        problem -> remark.show(Remark.Kind.WRONG, problem.text(desk.messages())),
                        () -> remark.show(Remark.Kind.HINT, field.hint()));
    }

    private String spoken(FormField field) {
        return field.spec().required() ? desk.text("form.required", field.label()) : field.label();
    }
}
