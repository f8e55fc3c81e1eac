package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.ScopeException;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Note;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.NoteId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Notes and drafts. */
final class DeskRows {
    private static final Table NOTE =
            Table.of("note", "brand_id, id", "brand_id, id, conversation_id, author_id, content, written_at");
    private static final Table DRAFT = Table.of(
            "draft",
            "brand_id, conversation_id, author_id",
            "brand_id, conversation_id, author_id, mode, content, cc, bcc, changed, note");
    private static final String SAVE_NOTE = NOTE.upsert();
    private static final String SAVE_DRAFT = DRAFT.upsert();
    private static final String ADD_ATTACHMENT = Table.of(
                    "draft_attachment", "brand_id, conversation_id, author_id, position", """
                    brand_id, conversation_id, author_id, position, name, media_type, description, blob_hash\
                    """)
            .insert();
    private static final String DELETE_ATTACHMENTS =
            "DELETE FROM draft_attachment WHERE brand_id = ? AND conversation_id = ? AND author_id = ?";

    private DeskRows() {}

    static List<Note> notes(View view, ConversationRef ref) {
        return view.sees(ref.brand())
                ? view.sql.list(
                        NOTE.select() + " WHERE t.brand_id = ? AND t.conversation_id = ? ORDER BY t.written_at, t.id",
                        to -> to.id(ref.brand()).id(ref.id()),
                        DeskRows::note)
                : List.of();
    }

    private static Note note(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        return new Note(
                new NoteId(row.number()),
                brand,
                new ConversationId(row.number()),
                new UserId(row.number()),
                row.text(),
                row.time());
    }

    static void saveNote(View view, Changes changes, Note note) {
        view.mayWrite(note.brand());
        view.sql.update(
                SAVE_NOTE,
                to -> to.id(note.brand())
                        .id(note.id())
                        .id(note.conversation())
                        .id(note.author())
                        .text(note.text())
                        .time(note.at()));
        changes.note(note.brand(), Change.Kind.CONVERSATION, note.conversation());
    }

    static Optional<Draft> draft(View view, ConversationRef ref) {
        if (!view.sees(ref.brand())) {
            return Optional.empty();
        }
        UserId user = view.scope.user();
        List<OutgoingAttachment> attachments =
                view.sql.list("""
                    SELECT a.name, a.media_type, b.content, a.description FROM draft_attachment a
                    JOIN blob b ON b.brand_id = a.brand_id AND b.hash = a.blob_hash
                    WHERE a.brand_id = ? AND a.conversation_id = ? AND a.author_id = ? ORDER BY a.position\
                    """, to -> to.id(ref.brand()).id(ref.id()).id(user), DeskRows::attachment);
        return view.sql.first(
                DRAFT.select() + " WHERE t.brand_id = ? AND t.conversation_id = ? AND t.author_id = ?",
                to -> to.id(ref.brand()).id(ref.id()).id(user),
                row -> draft(row, attachments));
    }

    private static Draft draft(Row row, List<OutgoingAttachment> attachments) throws SQLException {
        row.number();
        return new Draft(
                new ConversationId(row.number()),
                new UserId(row.number()),
                row.constant(ReplyMode.class),
                row.text(),
                row.lines(),
                row.lines(),
                attachments,
                row.time(),
                row.text());
    }

    /** Reads name, media type, content and description. */
    static OutgoingAttachment attachment(Row row) throws SQLException {
        String name = row.text();
        String mediaType = row.text();
        byte[] content = row.bytes();
        return new OutgoingAttachment(name, mediaType, content == null ? new byte[0] : content, row.text());
    }

    static void saveDraft(View view, Changes changes, BrandId brand, Draft draft) {
        view.mayWrite(brand);
        if (!draft.author().equals(view.scope.user())) {
            throw new ScopeException(view.scope.user() + " may not write a draft of " + draft.author());
        }
        view.sql.update(
                SAVE_DRAFT,
                to -> to.id(brand)
                        .id(draft.conversation())
                        .id(draft.author())
                        .name(draft.mode())
                        .text(draft.text())
                        .lines(draft.cc())
                        .lines(draft.bcc())
                        .time(draft.changed())
                        .text(draft.note()));
        view.sql.update(
                DELETE_ATTACHMENTS, to -> to.id(brand).id(draft.conversation()).id(draft.author()));
        List<OutgoingAttachment> attachments = new ArrayList<>(draft.attachments());
        for (int i = 0; i < attachments.size(); i++) {
            OutgoingAttachment attachment = attachments.get(i);
            byte[] hash = BlobRows.save(view, brand, attachment.content());
            int position = i;
            view.sql.update(
                    ADD_ATTACHMENT,
                    to -> to.id(brand)
                            .id(draft.conversation())
                            .id(draft.author())
                            .number(position)
                            .text(attachment.name())
                            .text(attachment.mediaType())
                            .text(attachment.description())
                            .bytes(hash));
        }
        changes.note(brand, Change.Kind.DRAFT, draft.conversation());
    }

    static void removeDraft(View view, Changes changes, ConversationRef ref) {
        view.mayWrite(ref.brand());
        UserId user = view.scope.user();
        view.sql.update(
                DELETE_ATTACHMENTS, to -> to.id(ref.brand()).id(ref.id()).id(user));
        int removed = view.sql.update(
                "DELETE FROM draft WHERE brand_id = ? AND conversation_id = ? AND author_id = ?",
                to -> to.id(ref.brand()).id(ref.id()).id(user));
        if (removed > 0) {
            changes.note(ref.brand(), Change.Kind.DRAFT, ref.id());
        }
    }
}
