package org.kontor.ui.escalation.internal.view;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.clock.ClockState;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;

/** The cards at the right: the clock, and what was decided. */
final class SideCards extends Composite {
    private final Desk desk;
    private final Label figure;
    private final Label sentence;
    private final Composite decisions;
    private List<CaseEntry> decided = List.of();
    private boolean filled;

    SideCards(Composite parent, Desk desk) {
        super(parent, SWT.NONE);
        this.desk = desk;
        Css.set(this, Css.CANVAS);
        setLayout(Grid.tight(1));
        Card clock = new Card(this, desk.look(), desk.text("card.clock"));
        figure = Names.id(Css.set(new Label(clock, SWT.NONE), Css.SURFACE), "case.clock");
        figure.setFont(desk.look().font(TypeStyle.FIGURE));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(figure);
        sentence = Css.set(Texts.body(clock, desk.look(), ""), Css.QUIET, Css.SURFACE);
        decisions = new Card(this, desk.look(), desk.text("card.decisions"));
    }

    void refresh(CaseFile file) {
        Case now = file.now();
        ClockState state = desk.words().clock(now);
        String words = state == ClockState.NONE ? "–" : desk.words().corner(now);
        if (!words.equals(figure.getText())) {
            figure.setText(words);
        }
        figure.setForeground(desk.look().color(Tones.ink(state)));
        String below = desk.words().clockSentence(file).replace("&", "&&");
        if (!below.equals(sentence.getText())) {
            sentence.setText(below);
            sentence.requestLayout();
        }
        List<CaseEntry> found = file.entries().stream()
                .filter(e -> e.what() instanceof What.Decided)
                .toList();
        if (!filled || !found.equals(decided)) {
            filled = true;
            decided = found;
            fill(file);
        }
    }

    private void fill(CaseFile file) {
        Control[] children = decisions.getChildren();
        for (int i = 1; i < children.length; i++) {
            children[i].dispose();
        }
        if (decided.isEmpty()) {
            Css.set(Texts.body(decisions, desk.look(), desk.text("card.noDecisions")), Css.QUIET, Css.SURFACE);
        }
        for (CaseEntry entry : decided) {
            if (entry.what() instanceof What.Decided decision) {
                String head = desk.words().time(entry) + " · " + desk.words().who(file, entry.by());
                Css.set(Texts.small(decisions, desk.look(), head), Css.QUIET, Css.SURFACE);
                Css.set(Texts.body(decisions, desk.look(), decision.text()), Css.SURFACE);
            }
        }
        layout(true, true);
    }
}
