package org.kontor.store.internal.rows;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Right;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.UserId;
import org.kontor.store.internal.rows.AuditRow.Detail;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;
import org.kontor.store.internal.sql.Times;

/** The audit trail: who did what. Entries are only ever added; {@link AuditChecker} tells whether that is so. */
final class AuditRows {
    private static final int SALT = 16;
    private static final Table ANCHOR =
            Table.of("audit_anchor", "brand_id, month", "brand_id, month, entries, last_id, hash");
    private static final String ADD = AuditRow.TABLE.insert();
    private static final String ADD_FIELD = Detail.TABLE.insert();
    private static final String SAVE_ANCHOR = ANCHOR.upsert();
    private static final String ANCHORS = ANCHOR.select() + " WHERE t.brand_id = ?";
    private static final String HEAD = ANCHORS + " ORDER BY t.month DESC LIMIT 1";
    /** Changes nothing; it holds the row until the end of the transaction, where an engine has several writers. */
    private static final String HOLD = """
        UPDATE audit_anchor SET entries = entries
        WHERE brand_id = ? AND month = (SELECT max(a.month) FROM audit_anchor a WHERE a.brand_id = ?)\
        """;

    private static final Comparator<AuditRow> NEWEST_FIRST = Comparator.<AuditRow>comparingLong(AuditRow::month)
            .thenComparingLong(row -> row.id().value())
            .thenComparingLong(row -> row.brand().value())
            .reversed();

    private AuditRows() {}

    // -- reading

    static List<AuditEntry> page(View view, AuditQuery query) {
        List<AuditRow> found = new ArrayList<>();
        for (BrandId brand : view.brands()) {
            if (query.brands().isEmpty() || query.brands().contains(brand)) {
                found.addAll(view.sql.list(select(view, query), to -> bind(to, query, brand), AuditRow::read));
            }
        }
        found.sort(NEWEST_FIRST);
        return entries(view, found.subList(0, Math.min(found.size(), query.max())));
    }

    private static String select(View view, AuditQuery query) {
        StringBuilder sql = new StringBuilder(AuditRow.TABLE.select()).append(" WHERE t.brand_id = ?");
        if (query.after() != null) {
            sql.append(" AND t.month <= ? AND (t.month < ? OR t.id < ?)");
        }
        if (query.subject() != null) {
            sql.append(" AND t.subject_kind = ? AND t.subject_id = ?");
        }
        if (query.actor() != null) {
            sql.append(" AND t.actor_id = ?");
        }
        if (query.from() != null) {
            sql.append(" AND t.at >= ?");
        }
        if (query.to() != null) {
            sql.append(" AND t.at < ?");
        }
        if (!query.actions().isEmpty()) {
            sql.append(" AND ").append(view.dialect().anyText("t.action"));
        }
        return sql.append(" ORDER BY t.month DESC, t.id DESC LIMIT ?").toString();
    }

    private static void bind(Bind to, AuditQuery query, BrandId brand) throws SQLException {
        to.id(brand);
        AuditEntry after = query.after();
        if (after != null) {
            long month = AuditRow.month(after.month());
            // Of entries of one number, those of brands with smaller numbers come later.
            long bound = after.id().value() + (brand.value() < after.brand().value() ? 1 : 0);
            to.number(month).number(month).number(bound);
        }
        AuditSubject subject = query.subject();
        if (subject != null) {
            to.name(AuditRow.Kind.of(subject)).id(AuditRow.idOf(subject));
        }
        UserId actor = query.actor();
        if (actor != null) {
            to.id(actor);
        }
        Instant from = query.from();
        if (from != null) {
            to.time(from);
        }
        Instant until = query.to();
        if (until != null) {
            to.time(until);
        }
        if (!query.actions().isEmpty()) {
            to.texts(View.names(query.actions()));
        }
        to.number(query.max());
    }

    private static List<AuditEntry> entries(View view, List<AuditRow> rows) {
        Map<BrandId, List<Long>> ids = new HashMap<>();
        rows.forEach(row -> ids.computeIfAbsent(row.brand(), b -> new ArrayList<>())
                .add(row.id().value()));
        Map<BrandId, Map<AuditEntryId, List<Detail>>> details = new HashMap<>();
        ids.forEach((brand, numbers) -> {
            List<AuditRow> theirs =
                    rows.stream().filter(row -> row.brand().equals(brand)).toList();
            details.put(
                    brand,
                    byEntry(view.sql.list(
                            "SELECT " + Detail.COLUMNS
                                    + " FROM audit_field t WHERE t.brand_id = ? AND t.month BETWEEN ? AND ? AND "
                                    + view.dialect().anyNumber("t.entry_id"),
                            to -> to.id(brand)
                                    .number(theirs.getLast().month())
                                    .number(theirs.getFirst().month())
                                    .numbers(numbers.stream()
                                            .mapToLong(Long::longValue)
                                            .toArray()),
                            Detail::read)));
        });
        return rows.stream()
                .map(row ->
                        row.entry(details.getOrDefault(row.brand(), Map.of()).getOrDefault(row.id(), List.of())))
                .toList();
    }

    static Map<AuditEntryId, List<Detail>> byEntry(List<Detail> details) {
        Map<AuditEntryId, List<Detail>> byEntry = new HashMap<>();
        details.forEach(
                d -> byEntry.computeIfAbsent(d.entry(), e -> new ArrayList<>()).add(d));
        return byEntry;
    }

    static List<AuditAnchor> anchors(View view, BrandId brand) {
        return view.sees(brand)
                ? view.sql.list(ANCHORS + " ORDER BY t.month", to -> to.id(brand), AuditRows::anchor)
                : List.of();
    }

    static Optional<AuditAnchor> anchor(View view, BrandId brand, long month) {
        return view.sql.first(ANCHORS + " AND t.month = ?", to -> to.id(brand).number(month), AuditRows::anchor);
    }

    private static AuditAnchor anchor(Row row) throws SQLException {
        return new AuditAnchor(
                new BrandId(row.number()),
                AuditRow.month(row.number()),
                row.number(),
                new AuditEntryId(row.number()),
                HexFormat.of().formatHex(AuditRow.there(row.bytes())));
    }

    // -- writing

    private static Optional<AuditAnchor> head(View view, BrandId brand) {
        view.sql.touch(brand.value());
        view.sql.update(HOLD, to -> to.id(brand).id(brand));
        return view.sql.first(HEAD, to -> to.id(brand), AuditRows::anchor);
    }

    static AuditEntry add(View view, IdSource ids, SecureRandom random, AuditEvent event) {
        BrandId brand = event.brand();
        Optional<AuditAnchor> head = head(view, brand);
        // A new brand is nobody's yet: whoever makes it writes that down.
        boolean begins = head.isEmpty() && view.scope.agency();
        if (!begins && !view.scope.allows(brand, Right.SET_UP)) {
            view.mayWrite(brand);
        }
        long newest = head.map(AuditAnchor::month).map(AuditRow::month).orElse(-1L);
        // A clock that went back must not write behind what is there.
        long month =
                Math.max(newest, AuditRow.month(YearMonth.from(kept(event.at()).atOffset(ZoneOffset.UTC))));
        long last = head.map(anchor -> anchor.last().value()).orElse(0L);
        AuditEntryId id = new AuditEntryId(Math.max(ids.next(), last + 1));
        List<Detail> details = new ArrayList<>();
        for (AuditField field : event.fields()) {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            details.add(Detail.of(id, field, salt));
        }
        AuditRow bare = new AuditRow(
                brand,
                month,
                id,
                month == newest ? head.map(AuditAnchor::entries).orElse(0L) + 1 : 1,
                kept(event.at()),
                event.actor(),
                event.action().name(),
                AuditRow.Kind.of(event.subject()).name(),
                AuditRow.idOf(event.subject()).value(),
                new byte[0]);
        byte[] before = HexFormat.of().parseHex(head.map(AuditAnchor::hash).orElse(""));
        AuditRow row = bare.with(bare.hash(before, details));
        write(view, row, details);
        return row.entry(details);
    }

    private static void write(View view, AuditRow row, List<Detail> details) {
        view.sql.update(
                ADD,
                to -> to.id(row.brand())
                        .number(row.month())
                        .id(row.id())
                        .number(row.position())
                        .time(row.at())
                        .id(row.actor())
                        .text(row.action())
                        .text(row.subjectKind())
                        .number(row.subjectId())
                        .bytes(row.hash()));
        details.forEach(d -> view.sql.update(
                ADD_FIELD,
                to -> to.id(row.brand())
                        .number(row.month())
                        .id(row.id())
                        .text(d.name())
                        .truth(d.personal())
                        .bytes(d.hash())
                        .bytes(d.salt())
                        .textOrNull(d.content())));
        view.sql.update(
                SAVE_ANCHOR,
                to -> to.id(row.brand())
                        .number(row.month())
                        .number(row.position())
                        .id(row.id())
                        .bytes(row.hash()));
    }

    /** A time as the database will say it. */
    private static Instant kept(Instant at) {
        return Times.instant(Times.number(at));
    }

    static int erase(View view, BrandId brand, Collection<ConversationId> conversations) {
        view.mayWrite(brand);
        int erased = 0;
        for (AuditRow row : view.sql.list(
                AuditRow.TABLE.select() + " WHERE t.brand_id = ? AND t.subject_kind = ? AND "
                        + view.dialect().anyNumber("t.subject_id"),
                to -> to.id(brand).name(AuditRow.Kind.CONVERSATION).numbers(View.ids(conversations)),
                AuditRow::read)) {
            erased +=
                    view.sql.update("""
                    UPDATE audit_field SET salt = NULL, content = NULL
                    WHERE brand_id = ? AND month = ? AND entry_id = ? AND personal = 1 AND content IS NOT NULL\
                    """, to -> to.id(brand).number(row.month()).id(row.id()));
        }
        return erased;
    }
}
