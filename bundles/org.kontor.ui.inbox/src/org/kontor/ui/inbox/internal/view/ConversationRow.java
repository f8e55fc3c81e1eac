package org.kontor.ui.inbox.internal.view;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.clock.ClockState;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Triage;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.format.Initials;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.inbox.internal.Words;
import org.kontor.ui.inbox.internal.model.InboxRow;

/** Draws a conversation as a row of three lines. */
final class ConversationRow {
    private final Words words;

    ConversationRow(Words words) {
        this.words = words;
    }

    /** Draws a row; one whose content is still being fetched as quiet bars, so that nothing jumps when it comes. */
    void paint(Row row, @Nullable InboxRow content) {
        if (content == null) {
            placeholder(row);
            return;
        }
        Conversation conversation = content.conversation();
        row.edge(content.brand().colour());
        row.avatar(
                Initials.of(words.customer(conversation)), content.brand().colour(), Icon.of(conversation.channel()));
        first(row, content);
        second(row, content);
        row.line(2).left(words.words(conversation), TypeStyle.TEXT, content.unread() ? Token.TEXT : Token.TEXT_QUIET);
    }

    private void first(Row row, InboxRow content) {
        Conversation conversation = content.conversation();
        Row.Line line = row.line(0);
        ClockState clock = words.clock(conversation);
        line.right(words.corner(conversation), ClockLook.style(clock), ClockLook.ink(clock));
        Icon sign = ClockLook.sign(clock);
        if (sign != null) {
            line.right(sign, ClockLook.ink(clock));
        }
        if (content.unread()) {
            line.right("\u25cf", TypeStyle.SMALL, Token.ACCENT);
        }
        line.left(words.customer(conversation), content.unread() ? TypeStyle.STRONG : TypeStyle.TEXT, Token.TEXT);
    }

    private void second(Row row, InboxRow content) {
        Conversation conversation = content.conversation();
        Row.Line line = row.line(1);
        User assignee = content.assignee();
        if (assignee != null) {
            line.right(assignee.initials(), TypeStyle.SMALL_STRONG, Token.TEXT_QUIET);
            line.right(Icon.USER, Token.TEXT_QUIET);
        }
        line.left(content.brand().name(), TypeStyle.SMALL, Token.TEXT_QUIET);
        if (conversation.escalated() && conversation.state().open()) {
            line.chip(words.texts().row_escalated, Chip.Kind.WARN);
        }
        if (conversation.sendTrouble()) {
            line.chip(words.texts().row_trouble, Chip.Kind.OVER);
        }
        if (conversation.unreadable()) {
            line.chip(words.texts().row_unreadable, Chip.Kind.WARN);
        }
        Triage.Judged<String> intent = conversation.triage().intent();
        if (intent != null) {
            line.chip(intent.value(), Chip.Kind.PLAIN);
        }
        switch (conversation.state()) {
            case OPEN -> {
                // the ordinary state needs no sign
            }
            case SNOOZED, HISTORY, IGNORED -> line.chip(words.state(conversation), Chip.Kind.PLAIN);
            case ANSWERED, RESOLVED -> line.chip(words.state(conversation), Chip.Kind.OK);
        }
    }

    private static void placeholder(Row row) {
        GC gc = row.gc();
        Rectangle area = row.area();
        Point at = new Point(area.x + Grid.DOUBLE, area.y + Grid.DOUBLE);
        gc.setBackground(gc.getForeground());
        gc.setAlpha(24);
        gc.fillOval(at.x, at.y, 32, 32);
        int left = at.x + 32 + 12;
        gc.fillRoundRectangle(left, at.y, 120, 10, Grid.UNIT, Grid.UNIT);
        gc.fillRoundRectangle(left, at.y + 20, 80, Grid.UNIT, Grid.UNIT, Grid.UNIT);
        gc.fillRoundRectangle(left, at.y + 40, Math.max(0, area.width - left - Grid.DOUBLE), 10, Grid.UNIT, Grid.UNIT);
        gc.setAlpha(255);
    }
}
