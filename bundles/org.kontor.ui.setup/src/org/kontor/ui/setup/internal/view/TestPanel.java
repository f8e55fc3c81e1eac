package org.kontor.ui.setup.internal.view;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.fault.FaultText;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.ConnectionTest;

/** The connection test: under way, what came out step by step, what to do about it. */
public final class TestPanel extends Composite {
    private static final int SIGN = 20;

    private final Desk desk;
    private final ConnectionTest test;
    private final Runnable again;

    /** @param again begins the test anew */
    public TestPanel(Composite parent, Desk desk, ConnectionTest test, Runnable again) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.test = test;
        this.again = again;
        setLayout(Grid.layout(1, 0));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        Runnable leave = test.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        for (Control child : getChildren()) {
            child.dispose();
        }
        switch (test.state()) {
            case NONE -> {}
            case RUNNING -> running();
            case CANCELLED -> outcome(Icon.IGNORE, Token.TEXT_QUIET, desk.text("test.cancelled"));
            case PASSED -> outcome(Icon.DONE, Token.OK, desk.text("test.passed"));
            case FAILED -> outcome(Icon.FAILED, Token.OVER, desk.text("test.failed"));
            case BROKEN -> outcome(Icon.FAILED, Token.OVER, desk.text("test.broken", test.failure()));
        }
        test.lines().forEach(this::line);
        test.expires()
                .ifPresent(end -> Texts.quiet(
                        this,
                        desk.look(),
                        desk.text("test.expires", desk.times().date(end))));
        layout(true, true);
        requestLayout();
    }

    private void running() {
        Composite row = row(3);
        ProgressBar bar = new ProgressBar(row, SWT.HORIZONTAL | SWT.INDETERMINATE);
        GridData small = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        small.widthHint = 120;
        bar.setLayoutData(small);
        Names.name(bar, desk.text("test.running"));
        words(row, desk.text("test.running"), TypeStyle.TEXT);
        ActionButton stop = new ActionButton(row, desk.look(), ActionButton.Kind.PLAIN, desk.text("test.cancel"));
        Names.id(stop, "test.cancel");
        stop.onActivate(test::cancel);
    }

    private void outcome(Icon icon, Token tint, String sentence) {
        Composite row = row(3);
        sign(row, icon, tint, sentence);
        Label words = words(row, sentence, TypeStyle.STRONG);
        Names.id(words, "test.outcome");
        ActionButton repeat =
                new ActionButton(row, desk.look(), ActionButton.Kind.PLAIN, desk.text("test.again")).icon(Icon.RETRY);
        Names.id(repeat, "test.again");
        repeat.onActivate(again);
    }

    private void line(ConnectionTest.Line line) {
        Composite row = row(2);
        boolean passed = line.fault().isEmpty();
        sign(
                row,
                passed ? Icon.CHECK : Icon.CLOSE,
                passed ? Token.OK : Token.OVER,
                desk.text(passed ? "test.step.passed" : "test.step.failed"));
        Composite column = new Composite(row, SWT.NONE);
        column.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
        words(column, line.step(), passed ? TypeStyle.TEXT : TypeStyle.STRONG);
        if (!line.detail().isEmpty()) {
            quiet(column, line.detail());
        }
        line.fault().ifPresent(fault -> explain(column, fault));
    }

    private void explain(Composite column, FaultText fault) {
        Texts.body(column, desk.look(), fault.what());
        Texts.body(column, desk.look(), fault.todo());
        Optional.of(fault.detail())
                .filter(detail -> !detail.isBlank())
                .ifPresent(detail -> quiet(column, desk.text("fault.detail", detail)));
    }

    private Composite row(int columns) {
        Composite row = new Composite(this, SWT.NONE);
        row.setLayout(Grid.tight(columns));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void sign(Composite row, Icon icon, Token tint, String spoken) {
        Label sign = new Label(row, SWT.NONE);
        boolean small = icon == Icon.CHECK || icon == Icon.CLOSE;
        GridData data = new GridData(SWT.CENTER, small ? SWT.BEGINNING : SWT.CENTER, false, false);
        data.widthHint = SIGN;
        sign.setLayoutData(data);
        sign.setImage(desk.look().icon(icon, small ? 16 : SIGN, tint));
        Names.name(sign, spoken);
    }

    private Label words(Composite row, String text, TypeStyle style) {
        Label label = Texts.body(row, desk.look(), text);
        label.setFont(desk.look().font(style));
        ((GridData) label.getLayoutData()).verticalAlignment = SWT.CENTER;
        return label;
    }

    private void quiet(Composite column, String text) {
        Label label = Css.set(Texts.body(column, desk.look(), text), Css.QUIET);
        label.setFont(desk.look().font(TypeStyle.SMALL));
    }
}
