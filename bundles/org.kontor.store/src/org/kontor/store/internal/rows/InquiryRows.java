package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Inquiries and the second balance. */
final class InquiryRows {
    private static final Table INQUIRY = Table.of("inquiry", "brand_id, id", """
        brand_id, id, account_id, conversation_id, first_message_id, began, seen, end_kind, end_at,
        end_message_id, end_reason, end_into_id\
        """);
    static final String SELECT = INQUIRY.select();
    /** Its condition is that of the index of open inquiries. */
    private static final String OPEN =
            SELECT + " WHERE t.brand_id = ? AND t.end_kind IS NULL AND t.id > ? ORDER BY t.id LIMIT ?";

    private static final String SAVE = INQUIRY.upsert();
    /** The clock stands in the conversation's row; what it promised stays with the inquiry when it ends. */
    private static final String TAKE_DUE = """
        UPDATE inquiry SET due = (SELECT c.due FROM conversation c
            WHERE c.brand_id = inquiry.brand_id AND c.id = inquiry.conversation_id AND c.inquiry_id = inquiry.id)
        WHERE brand_id = ? AND id = ? AND EXISTS (SELECT 1 FROM conversation c
            WHERE c.brand_id = inquiry.brand_id AND c.id = inquiry.conversation_id AND c.inquiry_id = inquiry.id)\
        """;

    private static final String SET_DUE = "UPDATE inquiry SET due = ? WHERE brand_id = ? AND id = ?";

    /** Its condition is that of the index of escalated conversations, which are few. */
    static final String ESCALATED = " AND t.end_kind IS NULL AND EXISTS (SELECT 1 FROM conversation c"
            + " WHERE c.brand_id = t.brand_id AND c.id = t.conversation_id AND c.escalated = 1)";

    private enum EndKind {
        ANSWERED,
        ANSWERED_ELSEWHERE,
        IGNORED,
        MERGED,
        DELETED
    }

    private InquiryRows() {}

    static List<Inquiry> ofConversation(View view, ConversationRef ref) {
        return view.sees(ref.brand())
                ? view.sql.list(
                        SELECT + " WHERE t.brand_id = ? AND t.conversation_id = ? ORDER BY t.id",
                        to -> to.id(ref.brand()).id(ref.id()),
                        InquiryRows::inquiry)
                : List.of();
    }

    static List<Inquiry> open(View view, BrandId brand, @Nullable InquiryId after, int max) {
        return view.sees(brand)
                ? view.sql.list(OPEN, to -> to.id(brand).idOrZero(after).number(max), InquiryRows::inquiry)
                : List.of();
    }

    static Inquiry inquiry(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        return new Inquiry(
                new InquiryId(row.number()),
                brand,
                new AccountId(row.number()),
                new ConversationId(row.number()),
                new MessageId(row.number()),
                row.time(),
                row.time(),
                end(row));
    }

    private static @Nullable InquiryEnd end(Row row) throws SQLException {
        String kind = row.textOrNull();
        Instant at = row.timeOrNull();
        Long message = row.numberOrNull();
        String reason = row.textOrNull();
        Long into = row.numberOrNull();
        if (kind == null || at == null) {
            return null;
        }
        return switch (EndKind.valueOf(kind)) {
            case ANSWERED -> new InquiryEnd.Answered(at, new MessageId(there(message)));
            case ANSWERED_ELSEWHERE ->
                new InquiryEnd.AnsweredElsewhere(at, message == null ? null : new MessageId(message));
            case IGNORED -> new InquiryEnd.Ignored(at, IgnoreReason.valueOf(there(reason)));
            case MERGED -> new InquiryEnd.Merged(at, new InquiryId(there(into)));
            case DELETED -> new InquiryEnd.Deleted(at);
        };
    }

    private static <T> T there(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("the end of an inquiry lacks a part");
        }
        return value;
    }

    static void save(View view, Changes changes, Collection<Inquiry> inquiries) {
        for (Inquiry inquiry : inquiries) {
            view.mayWrite(inquiry.brand());
            view.sql.update(SAVE, to -> {
                to.id(inquiry.brand())
                        .id(inquiry.id())
                        .id(inquiry.account())
                        .id(inquiry.conversation())
                        .id(inquiry.first())
                        .time(inquiry.began())
                        .time(inquiry.seen());
                bind(to, inquiry.end());
            });
            if (inquiry.end() == null) {
                // Its conversation may have been written before it.
                view.sql.update(TAKE_DUE, to -> to.id(inquiry.brand()).id(inquiry.id()));
            }
            changes.note(inquiry.brand(), Change.Kind.CONVERSATION, inquiry.conversation());
        }
    }

    /** Keeps what the clock of an open inquiry says; nothing happens where the inquiry is yet to be written. */
    static void due(View view, BrandId brand, InquiryId inquiry, @Nullable Instant due) {
        view.sql.update(SET_DUE, to -> to.timeOrNever(due).id(brand).id(inquiry));
    }

    private static void bind(Bind to, @Nullable InquiryEnd end) throws SQLException {
        if (end == null) {
            end(to, null, null, null, null, null);
            return;
        }
        switch (end) {
            case InquiryEnd.Answered a -> end(to, EndKind.ANSWERED, a.at(), a.answer(), null, null);
            case InquiryEnd.AnsweredElsewhere a -> end(to, EndKind.ANSWERED_ELSEWHERE, a.at(), a.answer(), null, null);
            case InquiryEnd.Ignored i -> end(to, EndKind.IGNORED, i.at(), null, i.reason(), null);
            case InquiryEnd.Merged m -> end(to, EndKind.MERGED, m.at(), null, null, m.into());
            case InquiryEnd.Deleted d -> end(to, EndKind.DELETED, d.at(), null, null, null);
        }
    }

    private static void end(
            Bind to,
            @Nullable EndKind kind,
            @Nullable Instant at,
            @Nullable MessageId message,
            @Nullable IgnoreReason reason,
            @Nullable InquiryId into)
            throws SQLException {
        to.nameOrNull(kind).timeOrNull(at).idOrNull(message).nameOrNull(reason).idOrNull(into);
    }

    static InquiryBalance balance(View view, Instant from, Instant to) {
        Map<String, Long> counts = new HashMap<>();
        view.sql.each(
                "SELECT coalesce(end_kind, ''), count(*) FROM inquiry WHERE "
                        + view.dialect().anyNumber("brand_id") + " AND began >= ? AND began < ? GROUP BY 1",
                b -> b.numbers(view.brandIds()).time(from).time(to),
                row -> {
                    counts.put(row.text(), row.number());
                    return true;
                });
        long begun = counts.values().stream().mapToLong(Long::longValue).sum();
        return new InquiryBalance(
                begun,
                count(counts, EndKind.ANSWERED) + count(counts, EndKind.ANSWERED_ELSEWHERE),
                count(counts, EndKind.IGNORED),
                count(counts, EndKind.MERGED),
                count(counts, EndKind.DELETED),
                counts.getOrDefault("", 0L),
                view.sql.number(
                        "SELECT count(*) FROM inquiry t WHERE " + view.dialect().anyNumber("t.brand_id")
                                + " AND t.began >= ? AND t.began < ?" + ESCALATED,
                        b -> b.numbers(view.brandIds()).time(from).time(to)));
    }

    private static long count(Map<String, Long> counts, EndKind kind) {
        return counts.getOrDefault(kind.name(), 0L);
    }
}
