package org.kontor.desk.internal.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.ConversationEdit;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.InquiryEdit;
import org.kontor.desk.internal.house.MessageEdit;

/** What a reply's end means for its conversation and inquiry. For one transaction. */
public final class Settling {
    private final WriteRows rows;
    private final House house;

    /** Works in the transaction of {@code rows}. */
    public Settling(WriteRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    /**
     * A reply is on the platform: its message gets the platform's id, the inquiry ends as answered. What the customer wrote
     * after the reply was let go begins the next inquiry. Does nothing for an entry that is SENT already.
     *
     * @param id null where only a person's word says that it arrived
     */
    public void sent(BrandId brand, OutboxId outbox, @Nullable ExternalId id, Instant at) {
        OutboxEntry entry = rows.outboxEntry(brand, outbox).orElseThrow();
        if (entry.state() == OutboxState.SENT) {
            return;
        }
        rows.saveOutbox(OutboxEdit.sent(entry, id, at));
        rows.message(brand, entry.message()).ifPresent(message -> {
            MessageEdit edit = new MessageEdit(message).publishedAt(at);
            if (id != null) {
                edit.externalId(id);
            }
            rows.saveMessages(List.of(edit.build()));
        });
        ConversationRef ref = new ConversationRef(brand, entry.conversation());
        Conversation conversation = rows.conversation(ref).orElseThrow();
        ConversationEdit edit = new ConversationEdit(conversation).sendTrouble(trouble(ref));
        InquiryId open = conversation.inquiry();
        if (open != null) {
            Inquiry inquiry = rows.inquiries(ref).stream()
                    .filter(i -> i.id().equals(open))
                    .findFirst()
                    .orElseThrow();
            rows.saveInquiries(List.of(InquiryEdit.ended(inquiry, new InquiryEnd.Answered(at, entry.message()))));
            Optional<Inquiry> next = goOn(ref, entry, edit);
            Conversation answered = edit.build();
            rows.saveConversations(List.of(
                    next.map(i -> house.clocks().start(rows, answered, i)).orElse(answered)));
        } else {
            rows.saveConversations(List.of(edit.build()));
        }
    }

    private Optional<Inquiry> goOn(ConversationRef ref, OutboxEntry entry, ConversationEdit edit) {
        Optional<Message> next = rows.messages(ref).stream()
                .filter(m -> MessageEdit.asks(m) && m.seenAt().isAfter(entry.createdAt()))
                .findFirst();
        if (next.isPresent()) {
            Inquiry begun = InquiryEdit.begin(new InquiryId(house.nextId()), next.get());
            rows.saveInquiries(List.of(begun));
            edit.open(begun).customer(next.get().author(), next.get().authorName());
            return Optional.of(begun);
        }
        edit.close(ConversationState.ANSWERED);
        return Optional.empty();
    }

    /** Saves an entry in its new state and shows on its conversation whether there is trouble. */
    public void save(OutboxEntry entry) {
        rows.saveOutbox(entry);
        ConversationRef ref = new ConversationRef(entry.brand(), entry.conversation());
        rows.conversation(ref).ifPresent(conversation -> {
            boolean trouble = trouble(ref);
            if (trouble != conversation.sendTrouble()) {
                rows.saveConversations(List.of(
                        new ConversationEdit(conversation).sendTrouble(trouble).build()));
            }
        });
    }

    /** An entry that certainly did not arrive. */
    public static OutboxEntry failed(OutboxEntry entry, Fault fault, Instant now) {
        return OutboxEdit.failed(entry, fault, now);
    }

    private boolean trouble(ConversationRef ref) {
        return rows.outbox(ref).stream()
                .anyMatch(e -> e.state() == OutboxState.FAILED || e.state() == OutboxState.UNDECIDED);
    }
}
