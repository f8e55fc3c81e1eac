package org.kontor.ui.inbox.internal.view;

import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.inbox.internal.RangeWords;
import org.kontor.ui.inbox.internal.model.InboxModel;
import org.kontor.ui.inbox.internal.model.ListEvent;
import org.kontor.ui.inbox.internal.model.QueueCounts;

/** Says quietly that the time range leaves finished work out, and offers to show all of it. */
final class RangeLine extends Composite {
    /** Every conversation is in one of these. */
    private static final Map<Queue, Queue[]> PARTS = Map.of(Queue.ALL, new Queue[] {
        Queue.UNANSWERED, Queue.SNOOZED, Queue.ANSWERED, Queue.RESOLVED, Queue.IGNORED, Queue.HISTORY
    });

    private final Kit kit;
    private final InboxModel inbox;
    private final RangeWords words;
    private final Link line;

    RangeLine(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        inbox = kit.models().inbox();
        words = new RangeWords(kit.texts(), kit.words().locale());
        GridLayout layout = Grid.tight(1);
        layout.marginWidth = 12;
        layout.marginBottom = Grid.HALF;
        setLayout(layout);
        line = Names.id(Css.set(new Link(this, SWT.NONE), Css.QUIET), "inbox.range");
        line.setFont(kit.look().font(TypeStyle.SMALL));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        line.addListener(SWT.Selection, event -> inbox.wholeTime(!inbox.wholeTime()));
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
        Kit.hear(this, inbox.listeners(), event -> {
            if (event instanceof ListEvent.Head) {
                fill();
            }
        });
        Kit.hear(this, kit.models().counts().listeners(), counts -> fill());
        fill();
    }

    private void fill() {
        TimeRange range = inbox.narrow();
        boolean said = range != null && inbox.loaded() && (inbox.wholeTime() || leavesOut());
        if (range != null && said) {
            String text = inbox.wholeTime()
                    ? sentence(kit.texts().range_all, kit.words().fill(kit.texts().range_only, words.of(range)))
                    : sentence(words.of(range), kit.texts().range_show);
            if (!text.equals(line.getText())) {
                line.setText(text);
            }
        }
        if (said != getVisible()) {
            CardLines.present(this, said);
            getParent().layout();
        }
    }

    private static String sentence(String now, String offer) {
        return now + " \u00b7 <a>" + offer + "</a>";
    }

    /** Whether there is more than is listed; said also where it cannot be told. */
    private boolean leavesOut() {
        boolean counted = inbox.text().isEmpty() && inbox.channels().isEmpty();
        QueueCounts counts = kit.models().counts();
        int all = 0;
        for (Queue part : PARTS.getOrDefault(inbox.queue(), new Queue[] {inbox.queue()})) {
            Integer count = counts.count(part);
            counted &= count != null;
            all += count == null ? 0 : count;
        }
        return !counted || all > inbox.total();
    }
}
