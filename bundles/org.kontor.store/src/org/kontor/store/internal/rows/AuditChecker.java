package org.kontor.store.internal.rows;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditCheck;
import org.kontor.api.audit.AuditCheck.Why;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.audit.AuditStep.Onward;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;
import org.kontor.store.internal.rows.AuditRow.Detail;

/**
 * Walks the audit trail of a brand and looks whether every entry follows from the one before it. A step looks at entries of one
 * month; the step at its end holds them against the month's anchor, within one view of the database.
 */
final class AuditChecker {
    private static final String PAGE =
            AuditRow.TABLE.select() + " WHERE t.brand_id = ? AND t.month = ? AND t.id > ? ORDER BY t.id LIMIT ?";
    private static final String DETAILS = "SELECT " + Detail.COLUMNS
            + " FROM audit_field t WHERE t.brand_id = ? AND t.month = ? AND t.entry_id > ? AND t.entry_id <= ?";
    private static final String HAS_POSITION =
            "SELECT 1 FROM audit_entry WHERE brand_id = ? AND month = ? AND id > ? AND position = ?";
    private static final String NEXT = """
        SELECT month FROM audit_entry WHERE brand_id = ? AND month > ?
        UNION SELECT month FROM audit_anchor WHERE brand_id = ? AND month > ? ORDER BY 1 LIMIT 1\
        """;

    private final View view;
    private final BrandId brand;
    private final Collection<AuditAnchor> known;

    AuditChecker(View view, BrandId brand, Collection<AuditAnchor> known) {
        this.view = view;
        this.brand = brand;
        this.known = known.stream().filter(a -> a.brand().equals(brand)).toList();
    }

    AuditStep step(Onward from, int max) {
        if (!view.sees(brand)) {
            return new AuditStep.Found(new AuditCheck.Whole(0, null, false, null));
        }
        YearMonth month = from.month();
        return month == null ? next(from, null) : within(from, month, max);
    }

    private AuditStep within(Onward from, YearMonth month, int max) {
        long number = AuditRow.month(month);
        long after = value(from.last());
        List<AuditRow> page = view.sql.list(
                PAGE, to -> to.id(brand).number(number).number(after).number(max), AuditRow::read);
        if (page.isEmpty()) {
            return end(from, month);
        }
        Map<AuditEntryId, List<Detail>> details = AuditRows.byEntry(view.sql.list(
                DETAILS,
                to -> to.id(brand)
                        .number(number)
                        .number(after)
                        .id(page.getLast().id()),
                Detail::read));
        Onward now = from;
        for (AuditRow row : page) {
            AuditStep step = entry(now, month, row, details.getOrDefault(row.id(), List.of()));
            if (!(step instanceof Onward onward)) {
                return step;
            }
            now = onward;
        }
        return page.size() < max ? end(now, month) : now;
    }

    private AuditStep entry(Onward before, YearMonth month, AuditRow row, List<Detail> details) {
        long expected = before.position() + 1;
        if (row.position() != expected) {
            return broken(before, month, row, misplaced(before, row, expected), null);
        }
        Optional<Detail> wrong = details.stream().filter(d -> !d.sound()).findFirst();
        if (wrong.isPresent()) {
            return broken(before, month, row, Why.FIELD_CHANGED, wrong.get().name());
        }
        if (!Arrays.equals(row.hash(), row.hash(HexFormat.of().parseHex(before.hash()), details))) {
            return broken(before, month, row, Why.ENTRY_CHANGED, null);
        }
        String hash = HexFormat.of().formatHex(row.hash());
        boolean asKnown = known.stream()
                .filter(a -> a.month().equals(month) && a.entries() == expected)
                .allMatch(a -> a.hash().equals(hash) && a.last().equals(row.id()));
        return asKnown
                ? new Onward(
                        month,
                        row.id(),
                        expected,
                        hash,
                        before.entries() + 1,
                        before.since() == null ? month : before.since(),
                        before.dropped())
                : broken(before, month, row, Why.NOT_AS_KNOWN, null);
    }

    private Why misplaced(Onward before, AuditRow row, long expected) {
        boolean elsewhere = row.position() < expected
                || view.sql.any(
                        HAS_POSITION,
                        to -> to.id(brand)
                                .number(row.month())
                                .number(value(before.last()))
                                .number(expected));
        return elsewhere ? Why.ENTRY_CHANGED : Why.ENTRY_MISSING;
    }

    private AuditStep end(Onward from, YearMonth month) {
        AuditAnchor anchor =
                AuditRows.anchor(view, brand, AuditRow.month(month)).orElse(null);
        if (anchor == null) {
            return broken(from, month, Why.ANCHOR_MISSING);
        }
        if (from.position() == 0) {
            return from.since() == null
                    ? next(new Onward(month, from.last(), 0, anchor.hash(), from.entries(), null, true), anchor)
                    : broken(from, month, Why.MONTH_MISSING);
        }
        if (anchor.entries() != from.position()
                || anchor.last().value() != value(from.last())
                || !anchor.hash().equals(from.hash())) {
            return broken(from, month, Why.END_MISSING);
        }
        return next(from, anchor);
    }

    /** Goes on to the month after {@code from}, or says that there is none. */
    private AuditStep next(Onward from, @Nullable AuditAnchor head) {
        YearMonth done = from.month();
        long number = done == null ? -1 : AuditRow.month(done);
        Optional<Long> next =
                view.sql.first(NEXT, to -> to.id(brand).number(number).id(brand).number(number), row -> row.number());
        Optional<AuditAnchor> missed = known.stream()
                .filter(a -> missed(from, head, a, next.map(AuditRow::month)))
                .findFirst();
        if (missed.isPresent()) {
            return broken(from, missed.get().month(), Why.NOT_AS_KNOWN);
        }
        if (next.isEmpty()) {
            return new AuditStep.Found(new AuditCheck.Whole(from.entries(), from.since(), from.dropped(), head));
        }
        return new Onward(
                AuditRow.month(next.get()), null, 0, from.hash(), from.entries(), from.since(), from.dropped());
    }

    /** Whether an anchor that was kept elsewhere should have been met at the end of the month, and was not. */
    private static boolean missed(
            Onward from, @Nullable AuditAnchor head, AuditAnchor wanted, Optional<YearMonth> next) {
        YearMonth done = from.month();
        if (done == null || wanted.month().isAfter(done)) {
            boolean passed = next.map(month -> wanted.month().isBefore(month)).orElse(true);
            // Before the first month that is there, everything was dropped.
            return passed && (done != null || next.isEmpty());
        }
        if (!wanted.month().equals(done)) {
            return false;
        }
        return from.position() == 0
                ? head != null
                        && wanted.entries() == head.entries()
                        && !wanted.hash().equals(head.hash())
                : wanted.entries() > from.position();
    }

    private static long value(@Nullable AuditEntryId id) {
        return id == null ? 0 : id.value();
    }

    private static AuditStep broken(Onward before, YearMonth month, AuditRow row, Why why, @Nullable String field) {
        return new AuditStep.Found(new AuditCheck.Broken(before.entries(), month, row.id(), row.at(), why, field));
    }

    private static AuditStep broken(Onward before, YearMonth month, Why why) {
        return new AuditStep.Found(new AuditCheck.Broken(before.entries(), month, null, null, why, null));
    }
}
