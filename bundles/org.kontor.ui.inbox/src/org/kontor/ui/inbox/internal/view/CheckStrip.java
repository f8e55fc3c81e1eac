package org.kontor.ui.inbox.internal.view;

import java.util.function.Consumer;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.inbox.internal.model.ReplyChecks;

/**
 * What the checks say, below the words that are written. One that concerns a place shows it, a check that was left out is asked
 * again; both by mouse and by key.
 */
final class CheckStrip extends Composite {
    private static final int MOST_SENTENCE = 200;

    private final Kit kit;
    private final ReplyChecks model;
    private final Consumer<Finding> show;
    private Checked shown = Checked.NOTHING;

    /** @param show shows the place that a finding concerns */
    CheckStrip(Composite parent, Kit kit, ReplyChecks model, Consumer<Finding> show) {
        super(parent, SWT.NONE);
        this.kit = kit;
        this.model = model;
        this.show = show;
        RowLayout row = RowLayoutFactory.fillDefaults().spacing(12).wrap(true).create();
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.center = true;
        setLayout(row);
        Names.id(this, "reply.checks");
        present(false);
    }

    /** Shows what is said now, if it is another. */
    void fill() {
        Checked now = model.said();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        for (Control each : getChildren()) {
            each.dispose();
        }
        now.findings().forEach(this::add);
        now.leftOut().forEach(this::add);
        present(!now.equals(Checked.NOTHING));
        layout();
    }

    private void add(Finding finding) {
        boolean placed = finding.from() >= 0;
        String sentence = finding.sentence();
        String cut = sentence.length() > MOST_SENTENCE ? sentence.substring(0, MOST_SENTENCE) + "\u2026" : sentence;
        CheckMark mark = new CheckMark(this, kit.look(), finding.level(), cut, placed);
        mark.named(kit.words()
                .fill(
                        switch (finding.level()) {
                            case PASSED -> kit.texts().check_passed;
                            case ADVICE -> kit.texts().check_advice;
                            case STOP -> kit.texts().check_stop;
                        },
                        cut));
        mark.onActivate(() -> show.accept(finding));
    }

    private void add(Trouble trouble) {
        String sentence = new LeftOut(kit).says(trouble);
        boolean again = trouble.off() && trouble.reason() != Trouble.Reason.SAFE_MODE;
        String all = again ? sentence + " " + kit.texts().plugin_again : sentence;
        CheckMark mark = new CheckMark(this, kit.look(), Finding.Level.ADVICE, all, again);
        mark.named(all);
        mark.onActivate(() -> model.tryAgain(trouble));
    }

    private void present(boolean visible) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = !visible;
        data.widthHint = Grid.TRIPLE;
        setLayoutData(data);
        setVisible(visible);
    }
}
