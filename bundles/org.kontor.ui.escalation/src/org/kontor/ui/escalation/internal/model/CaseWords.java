package org.kontor.ui.escalation.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.kontor.api.access.User;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.Field;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.clock.ClockState;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.ui.common.format.Times;

/** Says in the user's language what a case holds. */
public final class CaseWords {
    private final Messages messages;
    private final Times times;
    private final InstantSource clock;

    public CaseWords(Messages messages, Times times, InstantSource clock) {
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** A constant's word, such as a severity. */
    public String of(Enum<?> constant) {
        return messages.text(
                constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + constant.name());
    }

    /** How many conversations. */
    public String conversations(int count) {
        return count == 1 ? messages.text("count.one") : messages.text("count.many", count);
    }

    /** What stands below the title of an editor. */
    public String below(CaseFile file) {
        Case now = file.now();
        return String.join(
                " · ",
                messages.text("case.name", now.number()),
                of(now.facts().category()),
                conversations(now.conversations().size()),
                file.brand().name());
    }

    /** The time in the corner of a row: what is left of what was promised; else how old the case is, or when it ended. */
    public String corner(Case shown) {
        Case.Closing closing = shown.closing();
        if (closing != null) {
            return times.relative(closing.at());
        }
        Instant due = shown.facts().due();
        return due == null ? times.relative(shown.openedAt()) : times.left(Duration.between(clock.instant(), due));
    }

    /** How the clock of a case stands now. */
    public ClockState clock(Case shown) {
        return CaseClock.of(shown, clock.instant());
    }

    /** What the time in the corner means. What a brand promised is said in its own time, as the field for it does. */
    public String clockSentence(CaseFile file) {
        Case shown = file.now();
        Case.Closing closing = shown.closing();
        if (closing != null) {
            return messages.text("clock.closed", times.relative(closing.at()), of(closing.outcome()));
        }
        Instant due = shown.facts().due();
        if (due == null) {
            return messages.text("clock.none");
        }
        return messages.text(
                clock(shown) == ClockState.BREACHED ? "clock.late" : "clock.left",
                times.in(file.brand().zone()).relative(due));
    }

    /** All that a row of the board shows, for those who hear it. */
    public String row(BoardModel.Row row) {
        Case shown = row.shown();
        return String.join(
                ", ",
                shown.facts().title(),
                row.brand().name(),
                messages.text("case.name", shown.number()),
                of(shown.facts().severity()),
                conversations(shown.conversations().size()),
                row.owner().isEmpty() ? messages.text("owner.nobody") : row.owner(),
                corner(shown));
    }

    /** Who writes in a conversation, where and what. */
    public String conversation(Conversation conversation) {
        String who = conversation.customerName().isBlank() ? "–" : conversation.customerName();
        return messages.text("conversation.line", who, channel(conversation), conversation.preview());
    }

    private String channel(Conversation conversation) {
        String name = conversation.channel().name();
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(messages.locale()) + name.substring(1);
    }

    /** Where a conversation stands. */
    public String state(Conversation conversation) {
        return messages.text("state." + conversation.state());
    }

    /** When an entry was made. */
    public String time(CaseEntry entry) {
        return times.relative(entry.at());
    }

    /** When an entry was made, in full. */
    public String exactly(CaseEntry entry) {
        return times.exact(entry.at());
    }

    /** Who made an entry. */
    public String who(CaseFile file, UserId by) {
        String name = file.name(by);
        return name.isEmpty() ? by.equals(User.SYSTEM) ? "Kontor" : "–" : name;
    }

    /** What an entry says. */
    public String entry(CaseFile file, CaseEntry entry) {
        return switch (entry.what()) {
            case What.Opened opened -> messages.text("entry.opened");
            case What.Noted noted -> noted.text();
            case What.Decided decided -> messages.text("entry.decided", decided.text());
            case What.Changed changed ->
                messages.text(
                        "entry.changed",
                        of(changed.field()),
                        value(file, changed.field(), changed.before()),
                        value(file, changed.field(), changed.after()));
            case What.Linked linked -> messages.text("entry.linked", customer(file, linked.conversation()));
            case What.Unlinked unlinked -> messages.text("entry.unlinked", customer(file, unlinked.conversation()));
            case What.Closed closed ->
                closed.words().isEmpty()
                        ? messages.text("entry.closed", of(closed.outcome()))
                        : messages.text("entry.closedWith", of(closed.outcome()), closed.words());
            case What.Reopened reopened -> messages.text("entry.reopened");
        };
    }

    private static String customer(CaseFile file, ConversationId id) {
        String name = file.customer(id);
        return name.isBlank() ? "–" : name;
    }

    private String value(CaseFile file, Field field, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case SEVERITY -> messages.text("severity." + value);
            case CATEGORY -> messages.text("category." + value);
            case OWNER -> who(file, new UserId(Long.parseLong(value)));
            case DUE -> new DueText(messages.locale(), file.brand().zone()).print(Instant.parse(value));
            case TITLE, CAUSE, REMEDY -> value;
        };
    }
}
