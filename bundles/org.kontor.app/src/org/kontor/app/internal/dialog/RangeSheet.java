package org.kontor.app.internal.dialog;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.report.ReportRange;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.RangeWords;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;

/** Asks for the first and the last day of a time range. */
public final class RangeSheet extends Sheet {
    private final Messages texts;
    private final RangeWords words;
    private LocalDate first;
    private LocalDate last;
    private @Nullable Label problem;

    private RangeSheet(Shell parent, Look look, Messages texts, ReportRange days) {
        super(parent, look, texts.range_title, texts.range_sentence);
        this.texts = texts;
        words = new RangeWords(texts, Locale.getDefault());
        first = days.first();
        last = days.last();
    }

    /** Asks, beginning with what is chosen now; nothing if the user leaves it. */
    public static Optional<TimeRange> ask(Shell parent, Look look, Messages texts, TimeRange now) {
        RangeSheet sheet = new RangeSheet(parent, look, texts, now.days(LocalDate.now()));
        return sheet.open() == OK ? Optional.of(TimeRange.of(sheet.first, sheet.last)) : Optional.empty();
    }

    @Override
    protected Point size() {
        return new Point(440, 0);
    }

    @Override
    protected void fill(Composite parent) {
        Composite fields = new Composite(parent, SWT.NONE);
        fields.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        DateTime from = field(fields, texts.range_first, "range.first", first);
        DateTime to = field(fields, texts.range_last, "range.last", last);
        Label below = Css.set(new Label(parent, SWT.WRAP), Css.OVER);
        below.setFont(look().font(TypeStyle.TEXT));
        Names.id(below, "range.problem");
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(below);
        problem = below;
        from.addListener(SWT.Selection, e -> {
            first = day(from);
            check();
        });
        to.addListener(SWT.Selection, e -> {
            last = day(to);
            check();
        });
    }

    @Override
    protected void buttons(Composite parent) {
        button(parent, IDialogConstants.CANCEL_ID, false);
        button(parent, IDialogConstants.OK_ID, true);
    }

    private DateTime field(Composite parent, String label, String id, LocalDate day) {
        GridDataFactory.swtDefaults().applyTo(Texts.quiet(parent, look(), label));
        DateTime field = new DateTime(parent, SWT.DATE | SWT.MEDIUM | SWT.DROP_DOWN | SWT.BORDER);
        field.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        Names.id(Names.name(field, label), id);
        GridDataFactory.swtDefaults().applyTo(field);
        return field;
    }

    private static LocalDate day(DateTime field) {
        return LocalDate.of(field.getYear(), field.getMonth() + 1, field.getDay());
    }

    private void check() {
        Optional<String> wrong = words.problem(first, last);
        getButton(IDialogConstants.OK_ID).setEnabled(wrong.isEmpty());
        Label below = problem;
        if (below != null) {
            below.setText(wrong.orElse(""));
            below.requestLayout();
        }
    }
}
