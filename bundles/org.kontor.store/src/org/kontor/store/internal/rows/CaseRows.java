package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseNumber;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Sql;
import org.kontor.store.internal.sql.Table;
import org.kontor.store.internal.sql.Times;

/** Cases with their conversations, and which conversations are escalated by them. */
final class CaseRows {
    private static final Table CASE = Table.of("escalation_case", "brand_id, id", """
        brand_id, id, number_year, number, title, severity, category, cause, remedy, owner_id, due, opened, opened_by,
        closed, closed_by, outcome, outcome_words, revision\
        """);
    private static final String SELECT = CASE.select();
    private static final String SAVE = CASE.upsert();
    private static final String LINK = Table.of(
                    "case_conversation",
                    "brand_id, case_id, conversation_id",
                    "brand_id, case_id, conversation_id, position")
            .upsert();
    private static final String OF_CONVERSATION = SELECT + """
         JOIN case_conversation l ON l.brand_id = t.brand_id AND l.case_id = t.id
        WHERE l.brand_id = ? AND l.conversation_id = ? ORDER BY t.id DESC\
        """;
    private static final String HELD = """
        SELECT l.conversation_id FROM case_conversation l JOIN escalation_case c
            ON c.brand_id = l.brand_id AND c.id = l.case_id AND c.closed = ? WHERE l.brand_id = ? AND\
        """;
    private static final String BY_SEVERITY = Arrays.stream(Severity.values())
            .map(severity -> " WHEN '" + severity.name() + "' THEN " + -severity.ordinal())
            .collect(Collectors.joining("", "CASE t.severity", " END"));

    private CaseRows() {}

    static Optional<Case> caseBy(View view, CaseRef ref) {
        if (!view.sees(ref.brand())) {
            return Optional.empty();
        }
        return whole(
                        view,
                        view.sql.list(
                                SELECT + " WHERE t.brand_id = ? AND t.id = ?",
                                to -> to.id(ref.brand()).id(ref.id()),
                                CaseRows::bare))
                .stream()
                .findFirst();
    }

    static List<Case> cases(View view, CaseQuery query) {
        return switch (query.state()) {
            case CaseQuery.State.Open open ->
                board(
                        view,
                        query,
                        " AND t.closed = ? ORDER BY " + BY_SEVERITY + ", t.due, t.id",
                        to -> to.number(Times.NEVER));
            case CaseQuery.State.Closed closed -> closed(view, query, closed.from(), closed.to());
        };
    }

    private static List<Case> closed(View view, CaseQuery query, Instant from, Instant until) {
        return board(
                view,
                query,
                " AND t.closed >= ? AND t.closed < ? ORDER BY t.closed DESC, t.id DESC",
                to -> to.time(from).time(until));
    }

    private static List<Case> board(View view, CaseQuery query, String rest, Sql.Binder binder) {
        Set<BrandId> brands = new HashSet<>(view.brands());
        if (!query.brands().isEmpty()) {
            brands.retainAll(query.brands());
        }
        UserId owner = query.owner();
        return whole(
                view,
                view.sql.list(
                        SELECT + " WHERE " + view.dialect().anyNumber("t.brand_id")
                                + (owner == null ? "" : " AND t.owner_id = ?") + rest + " LIMIT ?",
                        to -> {
                            to.numbers(View.ids(brands));
                            if (owner != null) {
                                to.id(owner);
                            }
                            binder.bind(to);
                            to.number(query.limit());
                        },
                        CaseRows::bare));
    }

    static List<Case> ofConversation(View view, ConversationRef ref) {
        return view.sees(ref.brand())
                ? whole(
                        view,
                        view.sql.list(OF_CONVERSATION, to -> to.id(ref.brand()).id(ref.id()), CaseRows::bare))
                : List.of();
    }

    static int lastNumber(View view, BrandId brand, int year) {
        return view.sees(brand)
                ? Math.toIntExact(view.sql.number(
                        "SELECT coalesce(max(number), 0) FROM escalation_case WHERE brand_id = ? AND number_year = ?",
                        to -> to.id(brand).number(year)))
                : 0;
    }

    private static Case bare(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        CaseId id = new CaseId(row.number());
        CaseNumber number = new CaseNumber(row.count(), row.count());
        CaseFacts facts = new CaseFacts(
                row.text(),
                row.constant(Severity.class),
                row.constant(Category.class),
                row.text(),
                row.text(),
                user(row.number()),
                row.timeOrNever());
        return new Case(
                id, brand, number, facts, List.of(), row.time(), new UserId(row.number()), closing(row), row.count());
    }

    private static @Nullable UserId user(long id) {
        return id == 0 ? null : new UserId(id);
    }

    private static Case.@Nullable Closing closing(Row row) throws SQLException {
        Instant at = row.timeOrNever();
        Long by = row.numberOrNull();
        String outcome = row.textOrNull();
        String words = row.textOrNull();
        if (at == null) {
            return null;
        }
        if (by == null || outcome == null) {
            throw new SQLException("the end of a case lacks a part");
        }
        return new Case.Closing(Outcome.valueOf(outcome), words == null ? "" : words, at, new UserId(by));
    }

    /** The same cases with their conversations. */
    private static List<Case> whole(View view, List<Case> bare) {
        Map<BrandId, List<Case>> byBrand = bare.stream().collect(Collectors.groupingBy(Case::brand));
        Map<CaseId, List<ConversationRef>> held = new HashMap<>();
        byBrand.forEach((brand, cases) -> view.sql.each(
                "SELECT case_id, conversation_id FROM case_conversation WHERE brand_id = ? AND "
                        + view.dialect().anyNumber("case_id") + " ORDER BY case_id, position",
                to -> to.id(brand).numbers(View.ids(cases.stream().map(Case::id).toList())),
                row -> held.computeIfAbsent(new CaseId(row.number()), id -> new ArrayList<>())
                        .add(new ConversationRef(brand, new ConversationId(row.number())))));
        return bare.stream()
                .map(c -> new Case(
                        c.id(),
                        c.brand(),
                        c.number(),
                        c.facts(),
                        held.getOrDefault(c.id(), List.of()),
                        c.openedAt(),
                        c.openedBy(),
                        c.closing(),
                        c.revision()))
                .toList();
    }

    static void save(View view, Changes changes, QueueCounters counters, Case changed) {
        BrandId brand = changed.brand();
        view.mayWrite(brand);
        Set<ConversationId> touched = new HashSet<>();
        caseBy(view, changed.ref()).ifPresent(was -> was.conversations().forEach(c -> touched.add(c.id())));
        view.sql.update(SAVE, to -> bind(to, changed));
        view.sql.update(
                "DELETE FROM case_conversation WHERE brand_id = ? AND case_id = ?",
                to -> to.id(brand).id(changed.id()));
        for (int i = 0; i < changed.conversations().size(); i++) {
            ConversationId conversation = changed.conversations().get(i).id();
            int position = i;
            view.sql.update(
                    LINK, to -> to.id(brand).id(changed.id()).id(conversation).number(position));
            touched.add(conversation);
        }
        changes.note(brand, Change.Kind.CASE, changed.id());
        escalate(view, changes, counters, brand, touched);
    }

    private static void bind(Bind to, Case c) throws SQLException {
        CaseFacts facts = c.facts();
        Case.Closing closing = c.closing();
        to.id(c.brand())
                .id(c.id())
                .number(c.number().year())
                .number(c.number().number())
                .text(facts.title())
                .name(facts.severity())
                .name(facts.category())
                .text(facts.cause())
                .text(facts.remedy())
                .idOrZero(facts.owner())
                .timeOrNever(facts.due())
                .time(c.openedAt())
                .id(c.openedBy())
                .timeOrNever(closing == null ? null : closing.at())
                .idOrNull(closing == null ? null : closing.by())
                .nameOrNull(closing == null ? null : closing.outcome())
                .textOrNull(closing == null ? null : closing.words())
                .number(c.revision());
    }

    /** Keeps which of these conversations are in an open case. */
    private static void escalate(
            View view, Changes changes, QueueCounters counters, BrandId brand, Set<ConversationId> touched) {
        long[] ids = View.ids(touched.stream()
                .sorted(Comparator.comparingLong(ConversationId::value))
                .toList());
        Set<ConversationId> held = new HashSet<>(view.sql.list(
                HELD + " " + view.dialect().anyNumber("l.conversation_id"),
                to -> to.number(Times.NEVER).id(brand).numbers(ids),
                row -> new ConversationId(row.number())));
        ConversationRows.standings(view, brand, ids).forEach((id, before) -> {
            boolean now = held.contains(id);
            if (now != before.escalated()) {
                view.sql.update(
                        "UPDATE conversation SET escalated = ? WHERE brand_id = ? AND id = ?",
                        to -> to.truth(now).id(brand).id(id));
                counters.move(brand, before, before.withEscalated(now));
                changes.note(brand, Change.Kind.CONVERSATION, id);
            }
        });
    }
}
