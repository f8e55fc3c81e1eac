package org.kontor.ui.inbox.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.inbox.internal.model.TimelineItem;
import org.kontor.ui.inbox.internal.text.PlainText;

/** A word among colleagues, on a ground that no message has. */
final class NoteCard extends Card {
    private static final int MARGIN = 12;

    private final Kit kit;
    private final Label icon;
    private final Label about;
    private final RichView body;
    private TimelineItem.@Nullable Noted shown;

    NoteCard(Composite parent, Kit kit) {
        super(parent, kit.look());
        this.kit = kit;
        setLayout(Grid.layout(1, MARGIN));
        Composite head = box(this, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        icon = plain(new Label(head, SWT.NONE));
        about = label(head, TypeStyle.SMALL, Token.TEXT_QUIET, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(about);
        body = new RichView(this, kit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(body.widget());
        ground(Token.WARN_SOFT, Token.LINE);
    }

    void show(TimelineItem.Noted item) {
        User author = item.author();
        String by = kit.words().fill(kit.texts().note_by, author == null ? kit.texts().note_unknown : author.name());
        String line = by + " \u00b7 " + kit.words().times().relative(item.at());
        about.setText(line.replace("&", "&&"));
        about.setToolTipText(kit.words().times().exact(item.at()));
        Names.name(body.widget(), line);
        if (!item.equals(shown)) {
            shown = item;
            body.show(PlainText.read(item.note().text()), Token.TEXT);
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        body.fit(wHint - 2 * MARGIN);
        return super.computeSize(wHint, hHint, changed);
    }

    @Override
    void tint() {
        super.tint();
        icon.setImage(kit.look().icon(Icon.NOTE, 16, Token.WARN));
        Names.name(icon, kit.texts().action_note);
        body.style();
    }
}
