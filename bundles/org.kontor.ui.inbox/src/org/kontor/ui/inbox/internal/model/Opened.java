package org.kontor.ui.inbox.internal.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;
import org.kontor.ui.common.brand.BrandColours;

/**
 * A conversation as it was read, in one consistent view.
 *
 * @param customer null where only the brand wrote
 * @param person what else is known of who wrote
 * @param messages oldest first
 * @param draft what the user typed here and did not send; null for nothing
 */
public record Opened(
        Conversation conversation,
        Brand brand,
        @Nullable Account account,
        Directory directory,
        @Nullable Profile customer,
        Person person,
        List<Message> messages,
        List<Inquiry> inquiries,
        List<Note> notes,
        List<OutboxEntry> outbox,
        @Nullable Draft draft) {
    public Opened {
        messages = List.copyOf(messages);
        inquiries = List.copyOf(inquiries);
        notes = List.copyOf(notes);
        outbox = List.copyOf(outbox);
    }

    /**
     * Who wrote, within the brand.
     *
     * @param known his profiles, that of the conversation first
     * @param others his other conversations, newest first, at most {@value #MOST}
     * @param more whether there are more than {@code others}
     */
    public record Person(List<Profile> known, List<Conversation> others, boolean more) {
        /** The most other conversations that are listed. */
        static final int MOST = 20;

        static final Person NOBODY = new Person(List.of(), List.of(), false);

        public Person {
            known = List.copyOf(known);
            others = List.copyOf(others);
        }

        private static Person read(ReadRows rows, ConversationRef ref, Profile customer) {
            List<Profile> known = rows.profiles(ref.brand(), customer.contact()).stream()
                    .sorted(Comparator.comparing(profile -> !profile.id().equals(customer.id())))
                    .toList();
            List<Conversation> others = rows.conversationsOf(ref.brand(), customer.contact(), MOST + 2).stream()
                    .filter(one -> !ConversationRef.of(one).equals(ref))
                    .toList();
            boolean more = others.size() > MOST;
            return new Person(known, more ? others.subList(0, MOST) : others, more);
        }
    }

    /** Reads a conversation; null if it is not there (any more). */
    static @Nullable Opened read(ReadRows rows, ConversationRef ref, BrandColours colours) {
        Conversation conversation = rows.conversation(ref).orElse(null);
        Brand brand = rows.brand(ref.brand()).orElse(null);
        if (conversation == null || brand == null) {
            return null;
        }
        ProfileId id = conversation.customer();
        Profile customer = id == null ? null : rows.profile(ref.brand(), id).orElse(null);
        return new Opened(
                conversation,
                colours.shown(brand),
                rows.account(ref.brand(), conversation.account()).orElse(null),
                Directory.read(rows).in(colours),
                customer,
                customer == null ? Person.NOBODY : Person.read(rows, ref, customer),
                rows.messages(ref),
                rows.inquiries(ref),
                rows.notes(ref),
                rows.outbox(ref),
                rows.draft(ref).orElse(null));
    }

    /** The key. */
    public ConversationRef ref() {
        return ConversationRef.of(conversation);
    }

    /** Whether it is a mail thread, with subject, further addresses and quotes. */
    public boolean mail() {
        return conversation.subject() != null;
    }

    /** Whether a message can be answered. */
    static boolean answerable(Message message) {
        return message.replyTarget() != null
                && message.direction() == Direction.INBOUND
                && message.kind() == MessageKind.MESSAGE
                && message.state() == MessageState.PRESENT;
    }

    /** The message that a reply answers unless the agent chooses another; null if there is none. */
    public @Nullable Message newestAnswerable() {
        return messages.reversed().stream()
                .filter(Opened::answerable)
                .findFirst()
                .orElse(null);
    }

    /** The message with this id; null if the conversation has none such. */
    public @Nullable Message message(@Nullable MessageId id) {
        return messages.stream()
                .filter(message -> Objects.equals(message.id(), id))
                .findFirst()
                .orElse(null);
    }
}
