package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.MessageId;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Attachments of messages. */
final class AttachmentRows {
    private static final String ADD =
            Table.of("attachment", "brand_id, id", """
                brand_id, id, message_id, position, locator, name, media_type, size, description, blob_hash\
                """).insert();
    private static final String SELECT = """
        SELECT a.message_id, a.id, a.locator, a.name, a.media_type, a.size, a.description, a.blob_hash
        FROM attachment a\
        """;
    private static final String OF_CONVERSATION = SELECT + """
         JOIN message m ON m.brand_id = a.brand_id AND m.id = a.message_id
        WHERE m.brand_id = ? AND m.conversation_id = ? AND m.attachments > 0 ORDER BY a.message_id, a.position\
        """;

    private static final String KEEP = """
        UPDATE attachment SET blob_hash = ? WHERE brand_id = ? AND id = ? AND EXISTS (SELECT 1 FROM message m
            WHERE m.brand_id = attachment.brand_id AND m.id = attachment.message_id AND m.state <> 'REDACTED')\
        """;
    private static final String FORGET = """
        DELETE FROM blob WHERE brand_id = ? AND hash IN (SELECT a.blob_hash FROM attachment a
            WHERE a.brand_id = ? AND a.message_id = ? AND a.blob_hash IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM attachment o WHERE o.brand_id = blob.brand_id AND o.blob_hash = blob.hash
            AND o.message_id <> ?)
        AND NOT EXISTS (SELECT 1 FROM draft_attachment d WHERE d.brand_id = blob.brand_id AND d.blob_hash = blob.hash)
        AND NOT EXISTS (SELECT 1 FROM outbox_attachment o WHERE o.brand_id = blob.brand_id AND o.blob_hash = blob.hash)
        AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.brand_id = blob.brand_id AND l.hash = blob.hash)\
        """;

    private AttachmentRows() {}

    static Map<MessageId, List<Attachment>> ofConversation(View view, ConversationRef ref) {
        Map<MessageId, List<Attachment>> found = new HashMap<>();
        view.sql.each(OF_CONVERSATION, to -> to.id(ref.brand()).id(ref.id()), row -> add(found, row));
        return found;
    }

    static Map<MessageId, List<Attachment>> ofMessages(View view, BrandId brand, Collection<MessageId> messages) {
        Map<MessageId, List<Attachment>> found = new HashMap<>();
        view.sql.each(
                SELECT + " WHERE a.brand_id = ? AND " + view.dialect().anyNumber("a.message_id")
                        + " ORDER BY a.message_id, a.position",
                to -> to.id(brand).numbers(View.ids(messages)),
                row -> add(found, row));
        return found;
    }

    /** Keeps what an attachment holds. The conversation looks as it did, so no change is told. */
    static boolean keep(View view, BrandId brand, AttachmentId attachment, byte[] content) {
        view.mayWrite(brand);
        byte[] blob = BlobRows.hash(content);
        boolean there = view.sql.update(KEEP, to -> to.bytes(blob).id(brand).id(attachment)) > 0;
        if (there) {
            BlobRows.save(view, brand, blob, content);
        }
        return there;
    }

    /** Takes away the content that was fetched for a message, unless something else holds the same. */
    static void forget(View view, Message message) {
        view.sql.update(
                FORGET,
                to -> to.id(message.brand())
                        .id(message.brand())
                        .id(message.id())
                        .id(message.id()));
    }

    private static boolean add(Map<MessageId, List<Attachment>> found, Row row) throws SQLException {
        return found.computeIfAbsent(new MessageId(row.number()), m -> new ArrayList<>())
                .add(new Attachment(
                        new AttachmentId(row.number()),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.numberOrNull(),
                        row.textOrNull(),
                        hex(row.bytes())));
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    /** Makes a message's attachments those that it has now. */
    static void replace(View view, Message message) {
        BrandId brand = message.brand();
        view.sql.update(
                "DELETE FROM attachment WHERE brand_id = ? AND message_id = ?",
                to -> to.id(brand).id(message.id()));
        int position = 0;
        for (Attachment attachment : message.attachments()) {
            int at = position++;
            String blob = message.state() == MessageState.REDACTED ? null : attachment.blob();
            view.sql.update(
                    ADD,
                    to -> to.id(brand)
                            .id(attachment.id())
                            .id(message.id())
                            .number(at)
                            .text(attachment.locator())
                            .text(attachment.name())
                            .text(attachment.mediaType())
                            .numberOrNull(attachment.size())
                            .textOrNull(attachment.description())
                            .bytes(blob == null ? null : HexFormat.of().parseHex(blob)));
        }
    }
}
