package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.Recorded;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** The record of every event a channel ever showed us. */
final class LedgerRows {
    /** A larger payload lies in the brand's blobs. */
    static final int MOST_INLINE = 64 * 1024;
    /** What one call hands out at most, so that a batch of large mails does not fill the memory. */
    private static final long MOST_WAITING_BYTES = 32L * 1024 * 1024;

    private static final Table LEDGER = Table.of("ledger", "brand_id, account_id, external_id, hash", """
        id, brand_id, account_id, external_id, hash, origin, media_type, seen_at, seen_day, repeats, outcome\
        """);
    private static final String ADD = LEDGER.insertAbsent();
    private static final String ADD_PAYLOAD =
            "INSERT INTO ledger_payload (brand_id, ledger_id, payload) VALUES (?, ?, ?)";
    private static final String REPEAT = """
        UPDATE ledger SET repeats = repeats + 1
        WHERE brand_id = ? AND account_id = ? AND external_id = ? AND hash = ?\
        """;
    private static final String FOUND_LATE = """
        SELECT id, seen_day FROM ledger
        WHERE brand_id = ? AND account_id = ? AND external_id = ? AND hash = ? AND origin = 'RECONCILED'\
        """;
    private static final String NOT_LATE = "UPDATE ledger SET origin = 'RECEIVED' WHERE brand_id = ? AND id = ?";
    private static final String SELECT = """
        SELECT l.id, l.brand_id, l.account_id, l.external_id, l.origin, l.media_type,
            coalesce(p.payload, b.content), l.hash, l.seen_at, l.repeats, l.outcome
        FROM ledger l
        LEFT JOIN ledger_payload p ON p.brand_id = l.brand_id AND p.ledger_id = l.id
        LEFT JOIN blob b ON p.payload IS NULL AND b.brand_id = l.brand_id AND b.hash = l.hash\
        """;
    private static final String WAITING =
            SELECT + " WHERE l.brand_id = ? AND l.account_id = ? AND l.outcome = 'WAITING' ORDER BY l.id LIMIT ?";
    private static final String ONE = SELECT + " WHERE l.brand_id = ? AND l.id = ?";

    private record Standing(AccountId account, long day, LedgerOutcome outcome) {}

    private LedgerRows() {}

    static Recorded record(
            View view,
            DayCounters days,
            IdSource ids,
            Account account,
            List<RawEvent> events,
            @Nullable Cursor next,
            Instant seenAt) {
        BrandId brand = account.brand();
        view.mayWrite(brand);
        long day = AgencyRows.brand(view, brand)
                .map(Brand::zone)
                .map(zone -> DayCounters.day(seenAt, zone))
                .orElseThrow(() -> new IllegalArgumentException("no such brand: " + brand));
        int fresh = 0;
        for (RawEvent event : events) {
            if (add(view, ids, account, event, seenAt, day)) {
                fresh++;
                days.late(brand, account.id(), day, event.origin() == Origin.RECONCILED ? 1 : 0);
            } else if (event.origin() == Origin.RECEIVED) {
                cameAfterAll(view, days, account, event);
            }
        }
        int repeats = events.size() - fresh;
        days.seen(brand, account.id(), day, LedgerOutcome.WAITING, fresh);
        days.seen(brand, account.id(), day, LedgerOutcome.DUPLICATE, repeats);
        if (next != null) {
            AccountRows.saveCursor(view, brand, account.id(), next);
        }
        return new Recorded(fresh, repeats);
    }

    /** What was found by comparing and then comes by the usual way was not missed: the two only overlapped. */
    private static void cameAfterAll(View view, DayCounters days, Account account, RawEvent event) {
        byte[] hash = BlobRows.hash(event.payload());
        BrandId brand = account.brand();
        view.sql
                .first(
                        FOUND_LATE,
                        to -> to.id(brand)
                                .id(account.id())
                                .text(event.id().value())
                                .bytes(hash),
                        row -> new long[] {row.number(), row.number()})
                .ifPresent(found -> {
                    view.sql.update(NOT_LATE, to -> to.id(brand).number(found[0]));
                    days.late(brand, account.id(), found[1], -1);
                });
    }

    private static boolean add(View view, IdSource ids, Account account, RawEvent event, Instant seenAt, long day) {
        BrandId brand = account.brand();
        byte[] payload = event.payload();
        byte[] hash = BlobRows.hash(payload);
        long id = ids.next();
        int added = view.sql.update(
                ADD,
                to -> to.number(id)
                        .id(brand)
                        .id(account.id())
                        .text(event.id().value())
                        .bytes(hash)
                        .name(event.origin())
                        .text(event.mediaType())
                        .time(seenAt)
                        .number(day)
                        .number(0)
                        .name(LedgerOutcome.WAITING));
        if (added == 0) {
            view.sql.update(
                    REPEAT,
                    to -> to.id(brand).id(account.id()).text(event.id().value()).bytes(hash));
        } else if (payload.length <= MOST_INLINE) {
            view.sql.update(ADD_PAYLOAD, to -> to.id(brand).number(id).bytes(payload));
        } else {
            BlobRows.save(view, brand, hash, payload);
        }
        return added > 0;
    }

    static Optional<LedgerEntry> entry(View view, BrandId brand, LedgerId entry) {
        return view.sees(brand)
                ? view.sql.first(ONE, to -> to.id(brand).id(entry), LedgerRows::entry)
                : Optional.empty();
    }

    static List<LedgerEntry> waiting(View view, BrandId brand, AccountId account, int max) {
        List<LedgerEntry> waiting = new ArrayList<>();
        if (view.sees(brand)) {
            long[] bytes = new long[1];
            view.sql.eachLarge(WAITING, to -> to.id(brand).id(account).number(max), row -> {
                LedgerEntry entry = entry(row);
                waiting.add(entry);
                bytes[0] += entry.event().payload().length;
                return bytes[0] < MOST_WAITING_BYTES;
            });
        }
        return waiting;
    }

    private static LedgerEntry entry(Row row) throws SQLException {
        LedgerId id = new LedgerId(row.number());
        BrandId brand = new BrandId(row.number());
        AccountId account = new AccountId(row.number());
        ExternalId external = new ExternalId(row.text());
        Origin origin = row.constant(Origin.class);
        String mediaType = row.text();
        byte[] payload = row.bytes();
        byte[] hash = row.bytes();
        return new LedgerEntry(
                id,
                brand,
                account,
                new RawEvent(external, origin, mediaType, payload == null ? new byte[0] : payload),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                row.time(),
                row.count(),
                row.constant(LedgerOutcome.class));
    }

    static void settle(View view, DayCounters days, BrandId brand, Map<LedgerId, LedgerOutcome> outcomes) {
        view.mayWrite(brand);
        Map<LedgerId, Standing> before = new HashMap<>();
        view.sql.each(
                "SELECT id, account_id, seen_day, outcome FROM ledger WHERE brand_id = ? AND "
                        + view.dialect().anyNumber("id"),
                to -> to.id(brand).numbers(View.ids(outcomes.keySet())),
                row -> {
                    before.put(
                            new LedgerId(row.number()),
                            new Standing(new AccountId(row.number()), row.number(), row.constant(LedgerOutcome.class)));
                    return true;
                });
        Map<LedgerOutcome, List<LedgerId>> changed = new EnumMap<>(LedgerOutcome.class);
        outcomes.forEach((id, outcome) -> {
            Standing standing = before.get(id);
            if (standing == null) {
                throw new IllegalArgumentException("no such entry in the ledger of " + brand + ": " + id);
            }
            if (standing.outcome() != outcome) {
                changed.computeIfAbsent(outcome, o -> new ArrayList<>()).add(id);
                days.became(brand, standing.account(), standing.day(), standing.outcome(), outcome);
            }
        });
        changed.forEach((outcome, entries) -> view.sql.update(
                "UPDATE ledger SET outcome = ? WHERE brand_id = ? AND "
                        + view.dialect().anyNumber("id"),
                to -> to.name(outcome).id(brand).numbers(View.ids(entries))));
    }
}
