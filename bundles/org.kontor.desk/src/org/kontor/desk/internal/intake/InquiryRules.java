package org.kontor.desk.internal.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.InquiryId;
import org.kontor.desk.internal.house.ConversationEdit;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.InquiryEdit;
import org.kontor.desk.internal.house.MessageEdit;

/**
 * When an inquiry begins and ends (design.md 1 and 2.10). Messages come in any order, so each rule looks at publication
 * times, and where something comes late, at the whole timeline. {@link Answering} says what times do not tell.
 */
final class InquiryRules {
    private final WorkingSet set;
    private final House house;

    InquiryRules(WorkingSet set, House house) {
        this.set = set;
        this.house = house;
    }

    /**
     * A message that asks has come.
     *
     * @param before the conversation's last activity before it came
     */
    void asked(Message message, @Nullable Instant before) {
        boolean late = before != null && message.publishedAt().isBefore(before);
        Optional<Message> answer = late ? answerTo(message) : Optional.empty();
        if (answer.isPresent()) {
            if (!covered(message)) {
                Inquiry past = begin(message);
                set.put(InquiryEdit.ended(past, end(answer.get())));
            }
            return;
        }
        Conversation conversation = set.conversation(message.conversation());
        Optional<Inquiry> open = set.openInquiry(conversation);
        if (open.isEmpty()) {
            open(begin(message), message);
        } else if (message.publishedAt().isBefore(open.get().began())) {
            Inquiry earlier = new Inquiry(
                    open.get().id(),
                    open.get().brand(),
                    open.get().account(),
                    open.get().conversation(),
                    message.id(),
                    message.publishedAt(),
                    open.get().seen(),
                    null);
            set.put(earlier);
            set.put(new ConversationEdit(conversation).open(earlier).build());
        } else if (conversation.state() == ConversationState.SNOOZED) {
            set.put(new ConversationEdit(conversation).snooze(null).build());
        }
    }

    /** An answer that was not sent from here, or the late echo of one that was. */
    void answered(Message answer) {
        Conversation conversation = set.conversation(answer.conversation());
        Optional<Inquiry> open = set.openInquiry(conversation);
        if (open.isEmpty()) {
            if (conversation.state() == ConversationState.RESOLVED && answer.parent() != null && !answer.history()) {
                set.put(new ConversationEdit(conversation)
                        .close(ConversationState.ANSWERED)
                        .build());
            }
            return;
        }
        Answering answering = new Answering(set.timeline(conversation.id()));
        if (!reaches(answering, answer, open.get())) {
            return;
        }
        set.put(InquiryEdit.ended(open.get(), end(answer)));
        goOn(answering, answer);
    }

    /** A flag told that a message was answered elsewhere. Returns whether that ended an inquiry. */
    boolean answeredByFlag(Message message, Instant at) {
        Conversation conversation = set.conversation(message.conversation());
        Optional<Inquiry> open = set.openInquiry(conversation);
        boolean newest = set.timeline(conversation.id()).stream()
                .noneMatch(m -> MessageEdit.asks(m) && m.publishedAt().isAfter(message.publishedAt()));
        if (open.isEmpty()
                || !newest
                || message.publishedAt().isBefore(open.get().began())) {
            return false;
        }
        set.put(InquiryEdit.ended(open.get(), new InquiryEnd.AnsweredElsewhere(at, null)));
        set.put(new ConversationEdit(conversation)
                .close(ConversationState.ANSWERED)
                .build());
        return true;
    }

    /** A message that asked was taken away by its author. */
    void deleted(Message message, Instant at) {
        Conversation conversation = set.conversation(message.conversation());
        Optional<Inquiry> open = set.openInquiry(conversation);
        if (open.isEmpty()) {
            return;
        }
        boolean stillAsked = set.timeline(conversation.id()).stream()
                .anyMatch(m -> MessageEdit.asks(m)
                        && !m.publishedAt().isBefore(open.get().began()));
        if (!stillAsked) {
            set.put(InquiryEdit.ended(open.get(), new InquiryEnd.Deleted(at)));
            set.put(new ConversationEdit(conversation)
                    .close(ConversationState.RESOLVED)
                    .build());
        }
    }

    /** An answer did not arrive after all: what it ended goes on. */
    void notDelivered(Message answer) {
        Conversation conversation = set.conversation(answer.conversation());
        if (conversation.inquiry() != null) {
            return;
        }
        set.inquiries(conversation.id()).stream()
                .filter(i ->
                        i.end() instanceof InquiryEnd.Answered a && a.answer().equals(answer.id()))
                .findFirst()
                .ifPresent(i -> {
                    Inquiry again = InquiryEdit.ended(i, null);
                    set.put(again);
                    set.put(new ConversationEdit(conversation).open(again).build());
                });
    }

    private static boolean reaches(Answering answering, Message answer, Inquiry inquiry) {
        return answering.timeline().stream()
                .filter(m -> m.id().equals(inquiry.first()))
                .findFirst()
                .map(first -> answering.mayAnswer(answer, first))
                .orElseGet(() -> !answer.publishedAt().isBefore(inquiry.began()));
    }

    /** After an answer: what it cannot be meant for is still asked. */
    private void goOn(Answering answering, Message answer) {
        Optional<Message> next = answering.timeline().stream()
                .filter(m -> MessageEdit.asks(m) && !answering.mayAnswer(answer, m))
                .findFirst();
        if (next.isPresent()) {
            open(begin(next.get()), next.get());
        } else {
            set.put(new ConversationEdit(set.conversation(answer.conversation()))
                    .close(ConversationState.ANSWERED)
                    .build());
        }
    }

    private Optional<Message> answerTo(Message message) {
        Answering answering = new Answering(set.timeline(message.conversation()));
        return answering.timeline().stream()
                .filter(m -> MessageEdit.answers(m) && answering.mayAnswer(m, message))
                .findFirst();
    }

    private boolean covered(Message message) {
        return set.inquiries(message.conversation()).stream().anyMatch(i -> {
            InquiryEnd end = i.end();
            return !i.began().isAfter(message.publishedAt())
                    && (end == null || !end.at().isBefore(message.publishedAt()));
        });
    }

    private void open(Inquiry inquiry, Message first) {
        set.put(inquiry);
        set.put(new ConversationEdit(set.conversation(inquiry.conversation()))
                .open(inquiry)
                .customer(first.author(), first.authorName())
                .build());
    }

    private Inquiry begin(Message message) {
        return InquiryEdit.begin(new InquiryId(house.nextId()), message);
    }

    private static InquiryEnd end(Message answer) {
        return answer.outbox() != null
                ? new InquiryEnd.Answered(answer.publishedAt(), answer.id())
                : new InquiryEnd.AnsweredElsewhere(answer.publishedAt(), answer.id());
    }
}
