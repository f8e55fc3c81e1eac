package org.kontor.desk.internal.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.MessageId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.desk.internal.house.House;

/** Makes messages of what a connector understood. */
final class NewMessages {
    private final House house;
    private final Account account;

    NewMessages(House house, Account account) {
        this.house = house;
        this.account = account;
    }

    /** The message that an item tells of. */
    Message message(
            LedgerEntry entry,
            Normalised.Item item,
            ConversationId conversation,
            @Nullable Profile author,
            boolean context) {
        boolean outbound = item.direction() == Direction.OUTBOUND;
        Author named = item.author();
        return new Message(
                new MessageId(house.nextId()),
                account.brand(),
                account.id(),
                conversation,
                item.id(),
                item.thread().parents().isEmpty()
                        ? null
                        : item.thread().parents().getFirst(),
                context ? MessageKind.CONTEXT : MessageKind.MESSAGE,
                item.direction(),
                author != null ? author.id() : null,
                outbound ? account.name() : named.displayName(),
                named.handle(),
                item.subject(),
                item.text(),
                item.html(),
                versionOf(item),
                1,
                item.visibility(),
                MessageState.PRESENT,
                item.publishedAt().isBefore(account.workFrom()),
                item.automatic(),
                attachments(item.attachments()),
                item.permalink(),
                item.replyTarget(),
                null,
                entry.id(),
                item.publishedAt(),
                entry.seenAt());
    }

    /** A message that says of itself what happened: a report that something was not delivered, or that it cannot be read. */
    Message notice(
            LedgerEntry entry, ConversationId conversation, ExternalId id, MessageKind kind, String text, Instant at) {
        return new Message(
                new MessageId(house.nextId()),
                account.brand(),
                account.id(),
                conversation,
                id,
                null,
                kind,
                Direction.INBOUND,
                null,
                "",
                "",
                null,
                text,
                null,
                entry.hash(),
                1,
                Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                kind == MessageKind.BOUNCE,
                List.of(),
                null,
                null,
                null,
                entry.id(),
                at,
                entry.seenAt());
    }

    List<Attachment> attachments(List<AttachmentRef> refs) {
        return refs.stream()
                .map(r -> new Attachment(
                        new AttachmentId(house.nextId()),
                        r.locator(),
                        r.name(),
                        r.mediaType(),
                        r.size(),
                        r.description(),
                        null))
                .toList();
    }

    static MessageVersion version(Message m, int number) {
        return new MessageVersion(m.id(), number, m.version(), m.subject(), m.text(), m.seenAt());
    }

    /** The platform's mark, else the hash of what a reader sees (design.md 2.2). */
    static String versionOf(Normalised.Item item) {
        String mark = item.version();
        if (mark != null) {
            return mark;
        }
        String seen = item.subject() + "\u0000" + item.text() + "\u0000" + item.html();
        return Hashes.sha256(seen.getBytes(StandardCharsets.UTF_8));
    }
}
