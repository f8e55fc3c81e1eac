package org.kontor.ui.inbox.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.ui.inbox.internal.text.HtmlText;
import org.kontor.ui.inbox.internal.text.PlainText;
import org.kontor.ui.inbox.internal.text.RichText;

/** Puts messages, replies on their way, notes and ends of inquiries into one course. Parses texts: for a worker. */
final class Timeline {
    /** How many of the last items stand open at first. */
    static final int OPEN = 12;

    /** How many more each click unfolds. */
    static final int STEP = 50;

    private Timeline() {}

    /** The whole course, oldest first; items of {@code before} whose message did not change keep their parsed text. */
    static List<TimelineItem> of(Opened opened, List<TimelineItem> before) {
        Map<MessageId, TimelineItem.Written> parsed = new HashMap<>();
        for (TimelineItem item : before) {
            if (item instanceof TimelineItem.Written written) {
                parsed.put(written.message().id(), written);
            }
        }
        List<TimelineItem> items = new ArrayList<>();
        Set<OutboxId> shown = new HashSet<>();
        for (Message message : opened.messages()) {
            OutboxEntry entry = entry(opened, message);
            if (entry != null) {
                shown.add(entry.id());
            }
            if (entry == null || entry.state() != OutboxState.CANCELLED) {
                items.add(written(opened, message, entry, parsed.get(message.id())));
            }
        }
        for (OutboxEntry entry : opened.outbox()) {
            if (!shown.contains(entry.id()) && entry.state() != OutboxState.CANCELLED) {
                items.add(new TimelineItem.Waiting(
                        entry,
                        PlainText.read(entry.reply().text()),
                        opened.directory().user(entry.author())));
            }
        }
        opened.notes()
                .forEach(note -> items.add(
                        new TimelineItem.Noted(note, opened.directory().user(note.author()))));
        opened.inquiries().forEach(inquiry -> addEnd(items, inquiry));
        items.sort(Comparator.comparing(TimelineItem::at));
        return items;
    }

    private static @Nullable OutboxEntry entry(Opened opened, Message message) {
        return opened.outbox().stream()
                .filter(entry -> Objects.equals(entry.id(), message.outbox())
                        || entry.message().equals(message.id()))
                .findFirst()
                .orElse(null);
    }

    private static TimelineItem.Written written(
            Opened opened, Message message, @Nullable OutboxEntry entry, TimelineItem.@Nullable Written before) {
        User sender = entry == null ? null : opened.directory().user(entry.author());
        RichText body = before != null && before.message().equals(message) ? before.body() : body(message);
        return new TimelineItem.Written(message, body, entry, sender, Opened.answerable(message));
    }

    private static RichText body(Message message) {
        String html = message.html();
        if (html != null && message.kind() == MessageKind.MESSAGE && message.direction() == Direction.INBOUND) {
            RichText rich = HtmlText.read(html);
            if (!rich.text().isBlank()) {
                return rich;
            }
        }
        return PlainText.read(message.text());
    }

    private static void addEnd(List<TimelineItem> items, Inquiry inquiry) {
        InquiryEnd end = inquiry.end();
        if (end == null) {
            return;
        }
        boolean told = switch (end) {
            case InquiryEnd.Answered answered -> true;
            case InquiryEnd.AnsweredElsewhere elsewhere -> elsewhere.answer() != null;
            case InquiryEnd.Ignored ignored -> false;
            case InquiryEnd.Merged merged -> false;
            case InquiryEnd.Deleted deleted -> false;
        };
        if (!told) {
            items.add(new TimelineItem.Ended(inquiry, end));
        }
    }

    /**
     * The course with its older part folded away. What belongs to the open inquiry, what was not sent and what could not be
     * read is never folded.
     *
     * @param unfolded how many more than {@link #OPEN} the reader asked for
     */
    static List<TimelineItem> folded(Opened opened, List<TimelineItem> all, int unfolded) {
        int from = Math.max(0, all.size() - OPEN - unfolded);
        for (int at = 0; at < from; at++) {
            if (mustStand(opened, all.get(at))) {
                from = at;
            }
        }
        // Folding away one or two would hide more than it tidies.
        if (from <= 2) {
            return all;
        }
        List<TimelineItem> shown = new ArrayList<>();
        shown.add(new TimelineItem.Folded(from, all.get(from - 1).at()));
        shown.addAll(all.subList(from, all.size()));
        return shown;
    }

    private static boolean mustStand(Opened opened, TimelineItem item) {
        return switch (item) {
            case TimelineItem.Written written -> mustStand(opened, written);
            case TimelineItem.Waiting waiting -> true;
            case TimelineItem.Noted noted -> false;
            case TimelineItem.Ended ended -> false;
            case TimelineItem.Folded folded -> false;
        };
    }

    private static boolean mustStand(Opened opened, TimelineItem.Written written) {
        OutboxEntry sending = written.sending();
        boolean unsent = sending != null && sending.state() != OutboxState.SENT;
        Inquiry last = opened.inquiries().isEmpty() ? null : opened.inquiries().getLast();
        boolean begins = last != null
                && last.end() == null
                && last.first().equals(written.message().id());
        return unsent || begins || written.message().kind() == MessageKind.UNREADABLE;
    }
}
