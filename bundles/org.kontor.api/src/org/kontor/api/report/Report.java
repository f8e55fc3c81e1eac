package org.kontor.api.report;

import java.time.Instant;
import java.util.List;
import org.kontor.api.account.Brand;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;

/**
 * A report: all its numbers are of one moment.
 *
 * @param asOf that moment
 * @param brands whose data it holds, by name
 * @param tiles the few numbers that come first
 * @param before the same numbers of the span before, in the same order; none for what is of the moment
 * @param balance the parts of the second balance, each with the inquiries behind it
 * @param events the first balance
 * @param inquiries the second balance
 * @param sections what plug-ins contribute; empty until they were asked
 * @since 0.1
 */
public record Report(
        ReportQuery query,
        Instant asOf,
        List<Brand> brands,
        List<Point> tiles,
        List<Value> before,
        List<Point> balance,
        List<Chart> charts,
        EventBalance events,
        InquiryBalance inquiries,
        List<ContributedSection> sections) {
    public Report {
        brands = List.copyOf(brands);
        tiles = List.copyOf(tiles);
        before = List.copyOf(before);
        if (before.size() != tiles.size()) {
            throw new IllegalArgumentException("each tile has the number before");
        }
        balance = List.copyOf(balance);
        charts = List.copyOf(charts);
        sections = List.copyOf(sections);
    }

    /** The same report with what plug-ins contribute. */
    public Report with(List<ContributedSection> contributed) {
        return new Report(query, asOf, brands, tiles, before, balance, charts, events, inquiries, contributed);
    }

    /** Whether nothing happened that it could tell of. */
    public boolean empty() {
        return inquiries.begun() == 0
                && events.seen() == 0
                && tiles.stream().allMatch(tile -> tile.value().size() == 0);
    }
}
