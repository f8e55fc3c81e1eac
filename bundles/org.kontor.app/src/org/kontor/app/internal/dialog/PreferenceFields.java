package org.kontor.app.internal.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.preference.PreferencesModel;
import org.kontor.app.internal.preference.PreferencesModel.OpenPage;
import org.kontor.ui.api.preference.PreferencePage.Choice;
import org.kontor.ui.api.preference.PreferencePage.Field;
import org.kontor.ui.api.preference.PreferencePage.Page;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Texts;

/** The fields of one page, with what is wrong below each. */
final class PreferenceFields {
    private static final int WRAP = 320;

    /** What is drawn of a field. */
    private record Drawn(Field field, Control control, Label problem) {}

    private final Look look;
    private final Messages texts;
    private final PreferencesModel model;
    private final OpenPage page;
    private final Runnable typed;
    private final Label failure;
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    /** @param typed called after each change */
    PreferenceFields(
            Composite parent,
            Look look,
            Messages texts,
            PreferencesModel model,
            OpenPage page,
            Page content,
            Runnable typed) {
        this.look = look;
        this.texts = texts;
        this.model = model;
        this.page = page;
        this.typed = typed;
        Texts.heading(parent, look, content.title());
        if (!content.explanation().isBlank()) {
            Texts.body(parent, look, content.explanation());
        }
        failure = wrong(parent, "preferences.failure");
        content.fields().forEach(field -> draw(parent, field));
        showProblems();
    }

    /** Shows what is wrong now, and puts the cursor into the first field of those. */
    void showProblems() {
        say(failure, page.failure());
        boolean first = true;
        for (Drawn each : drawn.values()) {
            String problem = page.problem(each.field());
            say(each.problem(), problem);
            if (each.control() instanceof org.kontor.ui.common.widget.Field field) {
                field.setWrong(!problem.isEmpty());
            }
            if (!problem.isEmpty() && first) {
                first = false;
                each.control().setFocus();
                if (each.control() instanceof org.kontor.ui.common.widget.Field field) {
                    field.text().selectAll();
                }
            }
        }
    }

    private void draw(Composite parent, Field field) {
        Composite group = new Composite(parent, SWT.NONE);
        group.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, Grid.HALF).applyTo(group);
        Control control = switch (field.kind()) {
            case SWITCH -> check(group, field);
            case CHOICE -> choice(group, field);
            case TEXT, NUMBER -> text(group, field);
            case FOLDER -> folder(group, field);
        };
        Names.id(
                control instanceof org.kontor.ui.common.widget.Field own ? own.text() : control,
                "preferences." + field.name());
        if (!field.hint().isBlank()) {
            Label hint = Css.set(new Label(group, SWT.WRAP), Css.QUIET);
            hint.setFont(look.font(TypeStyle.SMALL));
            hint.setText(field.hint().replace("&", "&&"));
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(WRAP, SWT.DEFAULT)
                    .applyTo(hint);
        }
        drawn.put(field.name(), new Drawn(field, control, wrong(group, "preferences." + field.name() + ".problem")));
    }

    private Control check(Composite parent, Field field) {
        Button button = new Button(parent, SWT.CHECK);
        button.setFont(look.font(TypeStyle.TEXT));
        button.setText(field.label().replace("&", "&&"));
        button.setSelection(Boolean.parseBoolean(page.value(field)));
        button.addListener(SWT.Selection, e -> type(field, Boolean.toString(button.getSelection())));
        return Names.name(button, field.label());
    }

    private Control choice(Composite parent, Field field) {
        Texts.quiet(parent, look, field.label());
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        List<Choice> choices = field.choices();
        combo.setItems(choices.stream().map(Choice::label).toArray(String[]::new));
        for (int row = 0; row < choices.size(); row++) {
            if (choices.get(row).value().equals(page.value(field))) {
                combo.select(row);
            }
        }
        combo.addListener(SWT.Selection, e -> {
            int row = combo.getSelectionIndex();
            if (row >= 0) {
                type(field, choices.get(row).value());
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return Names.name(combo, field.label());
    }

    private org.kontor.ui.common.widget.Field text(Composite parent, Field field) {
        Texts.quiet(parent, look, field.label());
        var own = new org.kontor.ui.common.widget.Field(parent, look, SWT.SINGLE, field.label());
        own.text().setText(page.value(field));
        own.text().addListener(SWT.Modify, e -> type(field, own.text().getText()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(own);
        return own;
    }

    private Control folder(Composite parent, Field field) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Composite left = new Composite(row, SWT.NONE);
        left.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(left);
        org.kontor.ui.common.widget.Field own = text(left, field);
        ActionButton button = new ActionButton(row, look, ActionButton.Kind.PLAIN, texts.preferences_choose);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.END).applyTo(button);
        button.onActivate(() -> {
            DirectoryDialog dialog = new DirectoryDialog(row.getShell());
            dialog.setText(field.label());
            dialog.setFilterPath(own.text().getText());
            String chosen = dialog.open();
            if (chosen != null) {
                own.text().setText(chosen);
            }
        });
        return own;
    }

    private void type(Field field, String value) {
        model.type(page, field, value);
        Drawn shown = drawn.get(field.name());
        if (shown != null) {
            say(shown.problem(), "");
            if (shown.control() instanceof org.kontor.ui.common.widget.Field own) {
                own.setWrong(false);
            }
        }
        typed.run();
    }

    private Label wrong(Composite parent, String id) {
        Label label = Names.id(Css.set(new Label(parent, SWT.WRAP), Css.OVER), id);
        label.setFont(look.font(TypeStyle.TEXT));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WRAP, SWT.DEFAULT)
                .exclude(true)
                .applyTo(label);
        return label;
    }

    private static void say(Label label, String words) {
        label.setText(words.replace("&", "&&"));
        label.setVisible(!words.isEmpty());
        if (label.getLayoutData() instanceof org.eclipse.swt.layout.GridData data) {
            data.exclude = words.isEmpty();
        }
        label.requestLayout();
    }
}
