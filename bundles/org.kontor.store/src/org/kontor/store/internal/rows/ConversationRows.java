package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.conversation.Triage.Judged;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.rows.QueueCounters.Standing;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Conversations by key. */
final class ConversationRows {
    private static final Table CONVERSATION = Table.of("conversation", "brand_id, id", """
        brand_id, id, account_id, channel, root, visibility, customer_id, customer_name, subject, preview, state,
        inquiry_id, waiting_since, warn, due, snoozed_until, assignee_id, send_trouble, unreadable,
        language, language_source, intent, intent_source, sentiment, sentiment_source, urgency, urgency_source,
        reach, reach_source, message_count, last_activity, created\
        """);
    /** Whether it is escalated is kept with the cases: it is read here and written there. */
    private static final String SELECT = "SELECT " + CONVERSATION.columns("t") + ", t.escalated FROM conversation t";

    private static final String SAVE = CONVERSATION.upsert();
    private static final String OF_CONTACT = SELECT + """
         JOIN (SELECT DISTINCT cp.conversation_id FROM profile p
            JOIN conversation_participant cp ON cp.brand_id = p.brand_id AND cp.profile_id = p.id
            WHERE p.brand_id = ? AND p.contact_id = ?) mine ON mine.conversation_id = t.id
        WHERE t.brand_id = ? ORDER BY t.last_activity DESC, t.id DESC LIMIT ?\
        """;

    private ConversationRows() {}

    static List<Conversation> conversations(View view, Collection<ConversationRef> refs) {
        List<Conversation> found = new ArrayList<>();
        byBrand(refs).forEach((brand, ids) -> {
            if (view.sees(brand)) {
                found.addAll(view.sql.list(
                        SELECT + " WHERE t.brand_id = ? AND " + view.dialect().anyNumber("t.id"),
                        to -> to.id(brand).numbers(View.ids(ids)),
                        ConversationRows::conversation));
            }
        });
        return found;
    }

    private static Map<BrandId, Set<ConversationId>> byBrand(Collection<ConversationRef> refs) {
        Map<BrandId, Set<ConversationId>> byBrand = new HashMap<>();
        for (ConversationRef ref : refs) {
            byBrand.computeIfAbsent(ref.brand(), b -> new HashSet<>()).add(ref.id());
        }
        return byBrand;
    }

    static Optional<Conversation> conversation(View view, ConversationRef ref) {
        return view.sees(ref.brand())
                ? view.sql.first(
                        SELECT + " WHERE t.brand_id = ? AND t.id = ?",
                        to -> to.id(ref.brand()).id(ref.id()),
                        ConversationRows::conversation)
                : Optional.empty();
    }

    static List<Conversation> ofContact(View view, BrandId brand, ContactId contact, int limit) {
        return view.sees(brand)
                ? view.sql.list(
                        OF_CONTACT,
                        to -> to.id(brand).id(contact).id(brand).number(limit),
                        ConversationRows::conversation)
                : List.of();
    }

    static Map<ExternalId, Conversation> byRoot(
            View view, BrandId brand, AccountId account, Collection<ExternalId> roots) {
        Map<ExternalId, Conversation> found = new HashMap<>();
        if (view.sees(brand) && !roots.isEmpty()) {
            view.sql.each(
                    SELECT + " WHERE t.brand_id = ? AND t.account_id = ? AND "
                            + view.dialect().anyText("t.root"),
                    to -> to.id(brand).id(account).texts(texts(roots)),
                    row -> {
                        Conversation conversation = conversation(row);
                        found.put(conversation.root(), conversation);
                        return true;
                    });
        }
        return found;
    }

    static List<String> texts(Collection<ExternalId> ids) {
        return ids.stream().map(ExternalId::value).toList();
    }

    private static Conversation conversation(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        return new Conversation(
                new ConversationId(row.number()),
                brand,
                new AccountId(row.number()),
                new ChannelType(row.text()),
                new ExternalId(row.text()),
                row.constant(Visibility.class),
                profile(row),
                row.text(),
                row.textOrNull(),
                row.text(),
                row.constant(ConversationState.class),
                inquiry(row),
                row.timeOrNever(),
                row.timeOrNever(),
                row.timeOrNever(),
                row.timeOrNull(),
                user(row),
                row.truth(),
                row.truth(),
                triage(row),
                row.count(),
                row.time(),
                row.time(),
                row.truth());
    }

    private static @Nullable ProfileId profile(Row row) throws SQLException {
        Long id = row.numberOrNull();
        return id == null ? null : new ProfileId(id);
    }

    private static @Nullable InquiryId inquiry(Row row) throws SQLException {
        Long id = row.numberOrNull();
        return id == null ? null : new InquiryId(id);
    }

    private static @Nullable UserId user(Row row) throws SQLException {
        long id = row.number();
        return id == 0 ? null : new UserId(id);
    }

    private static Triage triage(Row row) throws SQLException {
        Judged<String> language = judged(row.textOrNull(), row.textOrNull());
        Judged<String> intent = judged(row.textOrNull(), row.textOrNull());
        Judged<Double> sentiment = judged(row.fractionOrNull(), row.textOrNull());
        Judged<Double> urgency = judged(row.fractionOrNull(), row.textOrNull());
        Judged<Long> reach = judged(row.numberOrNull(), row.textOrNull());
        if (language == null && intent == null && sentiment == null && urgency == null && reach == null) {
            return Triage.NONE;
        }
        return new Triage(language, intent, sentiment, urgency, reach);
    }

    private static <T> @Nullable Judged<T> judged(@Nullable T value, @Nullable String source) {
        return value == null || source == null ? null : new Judged<>(value, source);
    }

    static void save(View view, Changes changes, QueueCounters counters, Collection<Conversation> conversations) {
        Map<BrandId, List<Conversation>> byBrand = new HashMap<>();
        for (Conversation conversation : conversations) {
            byBrand.computeIfAbsent(conversation.brand(), b -> new ArrayList<>())
                    .add(conversation);
        }
        byBrand.forEach((brand, ofBrand) -> {
            view.mayWrite(brand);
            long[] ids = View.ids(ofBrand.stream().map(Conversation::id).toList());
            Map<ConversationId, Kept> kept = kept(view, brand, ids);
            for (Conversation conversation : ofBrand) {
                Kept before = kept.get(conversation.id());
                Standing stood = before == null ? null : before.standing();
                Standing after = Standing.of(conversation, stood != null && stood.escalated());
                view.sql.update(SAVE, to -> bind(to, conversation));
                InquiryId open = conversation.inquiry();
                Kept now = new Kept(after, open, conversation.due());
                if (open != null && (before == null ? now.due() != null : !now.promises(before))) {
                    InquiryRows.due(view, brand, open, conversation.due());
                }
                counters.move(brand, stood, after);
                kept.put(conversation.id(), now);
                changes.note(brand, Change.Kind.CONVERSATION, conversation.id());
            }
        });
    }

    /** What of a conversation other rows keep: the counters its standing, its open inquiry the promised time. */
    private record Kept(
            Standing standing,
            @Nullable InquiryId inquiry,
            @Nullable Instant due) {
        /** Whether the same was promised for the same inquiry. */
        boolean promises(Kept other) {
            return Objects.equals(inquiry, other.inquiry) && Objects.equals(due, other.due);
        }
    }

    /** What decides the queues of these conversations, as far as they are there. */
    static Map<ConversationId, Standing> standings(View view, BrandId brand, long[] ids) {
        Map<ConversationId, Standing> standings = new HashMap<>();
        kept(view, brand, ids).forEach((id, kept) -> standings.put(id, kept.standing()));
        return standings;
    }

    private static Map<ConversationId, Kept> kept(View view, BrandId brand, long[] ids) {
        Map<ConversationId, Kept> kept = new HashMap<>();
        view.sql.each(
                "SELECT id, state, assignee_id, send_trouble, unreadable, escalated, inquiry_id, due FROM conversation"
                        + " WHERE brand_id = ? AND "
                        + view.dialect().anyNumber("id"),
                to -> to.id(brand).numbers(ids),
                row -> {
                    kept.put(
                            new ConversationId(row.number()),
                            new Kept(
                                    new Standing(
                                            row.constant(ConversationState.class),
                                            row.number(),
                                            row.truth(),
                                            row.truth(),
                                            row.truth()),
                                    inquiry(row),
                                    row.timeOrNever()));
                    return true;
                });
        return kept;
    }

    private static void bind(Bind to, Conversation c) throws SQLException {
        to.id(c.brand())
                .id(c.id())
                .id(c.account())
                .text(c.channel().name())
                .text(c.root().value())
                .name(c.visibility())
                .idOrNull(c.customer())
                .text(c.customerName())
                .textOrNull(c.subject())
                .text(c.preview())
                .name(c.state())
                .idOrNull(c.inquiry())
                .timeOrNever(c.waitingSince())
                .timeOrNever(c.warn())
                .timeOrNever(c.due())
                .timeOrNull(c.snoozedUntil())
                .idOrZero(c.assignee())
                .truth(c.sendTrouble())
                .truth(c.unreadable());
        Triage triage = c.triage();
        to.textOrNull(value(triage.language())).textOrNull(source(triage.language()));
        to.textOrNull(value(triage.intent())).textOrNull(source(triage.intent()));
        to.fractionOrNull(value(triage.sentiment())).textOrNull(source(triage.sentiment()));
        to.fractionOrNull(value(triage.urgency())).textOrNull(source(triage.urgency()));
        to.numberOrNull(value(triage.reach())).textOrNull(source(triage.reach()));
        to.number(c.messageCount()).time(c.lastActivity()).time(c.created());
    }

    private static <T> @Nullable T value(@Nullable Judged<T> judged) {
        return judged == null ? null : judged.value();
    }

    private static @Nullable String source(@Nullable Judged<?> judged) {
        return judged == null ? null : judged.source();
    }
}
