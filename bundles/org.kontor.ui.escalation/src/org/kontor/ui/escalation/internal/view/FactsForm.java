package org.kontor.ui.escalation.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.kontor.api.access.User;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.id.UserId;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;
import org.kontor.ui.escalation.internal.model.CaseForm;
import org.kontor.ui.escalation.internal.model.CaseModel;

/** The fields of a case. */
final class FactsForm extends Composite {
    private static final int LINES = 72;

    private final Desk desk;
    private final CaseModel model;
    private final Field title;
    private final Choice<Severity> severity;
    private final Choice<Optional<UserId>> owner;
    private final Choice<Category> category;
    private final Field due;
    private final Field cause;
    private final Field remedy;
    private final Label problem;
    private boolean filling;

    FactsForm(Composite parent, Desk desk, CaseModel model) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
        GridLayout columns = Grid.tight(4);
        columns.horizontalSpacing = 12;
        columns.verticalSpacing = 12;
        setLayout(columns);
        title = field("title", SWT.SINGLE, 3);
        title.text().setTextLimit(CaseFacts.TITLE_LENGTH);
        severity = choice("severity");
        owner = choice("owner");
        category = choice("category");
        due = field("due", SWT.SINGLE, 1);
        due.text().setMessage(desk.text("due.hint"));
        due.setToolTipText(desk.text("due.tip"));
        problem = Css.set(Texts.small(this, desk.look(), ""), Css.OVER, Css.CANVAS);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .align(SWT.END, SWT.CENTER)
                .exclude(true)
                .applyTo(problem);
        cause = field("cause", SWT.MULTI | SWT.WRAP, 1);
        remedy = field("remedy", SWT.MULTI | SWT.WRAP, 1);
        listen();
    }

    private void listen() {
        severity.onChoose(v -> edit(f -> f.withSeverity(v)));
        category.onChoose(v -> edit(f -> f.withCategory(v)));
        owner.onChoose(v -> edit(f -> f.withOwner(v.orElse(null))));
        typed(title, CaseForm::withTitle);
        typed(due, CaseForm::withDue);
        typed(cause, CaseForm::withCause);
        typed(remedy, CaseForm::withRemedy);
    }

    private interface Edit {
        CaseForm of(CaseForm form, String words);
    }

    private void typed(Field field, Edit edit) {
        field.text().addListener(SWT.Modify, e -> {
            if (!filling) {
                String words = field.text().getText().replace("\r\n", "\n");
                model.edit(form -> edit.of(form, words));
            }
        });
    }

    private void edit(UnaryOperator<CaseForm> change) {
        if (!filling) {
            model.edit(change);
        }
    }

    private void label(String key, boolean top) {
        Label label = Css.set(Texts.quiet(this, desk.look(), desk.text("field." + key)), Css.QUIET, Css.CANVAS);
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, top ? SWT.BEGINNING : SWT.CENTER)
                .indent(0, top ? Grid.UNIT : 0)
                .applyTo(label);
    }

    private Field field(String key, int style, int span) {
        boolean multi = (style & SWT.MULTI) != 0;
        label(key, multi);
        Field field = new Field(this, desk.look(), style, desk.text("field." + key));
        Names.id(field.text(), "case." + key);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(span, 1)
                .hint(160, multi ? LINES : SWT.DEFAULT)
                .applyTo(field);
        if (multi) {
            // Tab goes on to the next field: nobody indents a cause.
            field.text().addListener(SWT.Traverse, e -> {
                if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                    e.doit = true;
                }
            });
        }
        return field;
    }

    private <T> Choice<T> choice(String key) {
        label(key, false);
        return new Choice<>(this, desk.look(), "case." + key, desk.text("field." + key));
    }

    /** Puts the cursor into the title. */
    void focus() {
        title.setFocus();
    }

    void refresh(CaseFile file, CaseForm form) {
        filling = true;
        try {
            set(title, form.title());
            set(due, form.due());
            set(cause, form.cause());
            set(remedy, form.remedy());
            severity.show(List.of(Severity.values()), form.severity(), desk.words()::of);
            category.show(List.of(Category.values()), form.category(), desk.words()::of);
            owner.show(owners(file, form), Optional.ofNullable(form.owner()), id -> name(file, id));
        } finally {
            filling = false;
        }
        boolean may = model.editable();
        for (Control each : new Control[] {title, severity, owner, category, due, cause, remedy}) {
            if (each.getEnabled() != may) {
                each.setEnabled(may);
            }
        }
        problem();
    }

    private void problem() {
        String words = model.dueProblem();
        due.setWrong(!words.isEmpty());
        if (!words.equals(problem.getText())) {
            problem.setText(words.replace("&", "&&"));
            problem.setVisible(!words.isEmpty());
            if (problem.getLayoutData() instanceof GridData data) {
                data.exclude = words.isEmpty();
            }
            problem.requestLayout();
        }
    }

    private static List<Optional<UserId>> owners(CaseFile file, CaseForm form) {
        List<Optional<UserId>> all = new ArrayList<>();
        all.add(Optional.empty());
        file.users().stream().map(User::id).map(Optional::of).forEach(all::add);
        Optional<UserId> now = Optional.ofNullable(form.owner());
        if (!all.contains(now)) {
            all.add(now);
        }
        return all;
    }

    private String name(CaseFile file, Optional<UserId> id) {
        return id.map(user -> desk.words().who(file, user)).orElseGet(() -> desk.text("owner.nobody"));
    }

    private static void set(Field field, String words) {
        Text text = field.text();
        // What the field has with other line ends is the same.
        if (!text.getText().replace("\r\n", "\n").equals(words)) {
            text.setText(words);
        }
    }
}
