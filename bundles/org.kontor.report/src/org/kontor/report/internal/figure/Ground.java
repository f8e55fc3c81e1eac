package org.kontor.report.internal.figure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Dated;
import org.kontor.api.store.ReadRows;

/**
 * The brands and accounts that a report is about, and what "the range" means for each: brands of one time zone are asked for
 * together, because their days are the same spans of time.
 */
final class Ground {
    private final ReportRange range;
    private final List<Brand> brands;
    private final Map<AccountId, Account> accounts;
    /** Empty where all accounts count. */
    private final Set<AccountId> only;

    private Ground(ReportRange range, List<Brand> brands, Map<AccountId, Account> accounts, Set<AccountId> only) {
        this.range = range;
        this.brands = brands;
        this.accounts = accounts;
        this.only = only;
    }

    static Ground of(ReadRows rows, ReportQuery query) {
        List<Brand> brands = rows.brands().stream()
                .filter(b -> query.brands().isEmpty() || query.brands().contains(b.id()))
                .sorted(Comparator.comparing(Brand::name).thenComparing(b -> b.id().value()))
                .toList();
        Set<BrandId> ids = brands.stream().map(Brand::id).collect(Collectors.toSet());
        Map<AccountId, Account> accounts = rows.accounts().stream()
                .filter(a -> ids.contains(a.brand()))
                .filter(a -> query.channels().isEmpty() || query.channels().contains(a.channel()))
                .collect(Collectors.toMap(Account::id, a -> a));
        boolean none = !query.channels().isEmpty() && accounts.isEmpty();
        return new Ground(
                query.range(),
                none ? List.of() : brands,
                accounts,
                query.channels().isEmpty() ? Set.of() : accounts.keySet());
    }

    /** The same ground in another range. */
    Ground in(ReportRange other) {
        return new Ground(other, brands, accounts, only);
    }

    List<Brand> brands() {
        return brands;
    }

    Set<BrandId> brandIds() {
        return brands.stream().map(Brand::id).collect(Collectors.toSet());
    }

    Set<AccountId> only() {
        return only;
    }

    Account account(AccountId id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("the store counted for an account that it does not list: " + id);
        }
        return account;
    }

    List<ChannelType> channels() {
        return accounts.values().stream()
                .map(Account::channel)
                .distinct()
                .sorted(Comparator.comparing(ChannelType::name))
                .toList();
    }

    ZoneId zone(BrandId brand) {
        return brands.stream()
                .filter(b -> b.id().equals(brand))
                .findFirst()
                .orElseThrow()
                .zone();
    }

    /** What lies in the range. */
    List<InquirySelection> range(Dated dated, Set<InquiryOutcome> outcomes) {
        return days(range.first(), range.last(), dated, outcomes);
    }

    /** What lies on a day. */
    List<InquirySelection> day(LocalDate day, Dated dated, Set<InquiryOutcome> outcomes) {
        return days(day, day, dated, outcomes);
    }

    private List<InquirySelection> days(LocalDate first, LocalDate last, Dated dated, Set<InquiryOutcome> outcomes) {
        ReportRange days = new ReportRange(first, last);
        List<InquirySelection> all = new ArrayList<>();
        byZone().forEach((zone, ids) -> all.add(new InquirySelection(
                ids, only, dated, days.from(ZoneId.of(zone)), days.to(ZoneId.of(zone)), Set.of(), outcomes)));
        return all;
    }

    /** What lies in the range and in an hour of the week. */
    List<InquirySelection> hour(DayOfWeek day, int hour, Set<InquiryOutcome> outcomes) {
        List<InquirySelection> all = new ArrayList<>();
        byZone().forEach((name, ids) -> {
            ZoneId zone = ZoneId.of(name);
            Set<Long> quarters = quarters(zone, day, hour);
            // No quarter at all would mean every quarter.
            if (!quarters.isEmpty()) {
                all.add(new InquirySelection(
                        ids, only, Dated.BEGUN, range.from(zone), range.to(zone), quarters, outcomes));
            }
        });
        return all;
    }

    private Set<Long> quarters(ZoneId zone, DayOfWeek day, int hour) {
        Set<Long> quarters = new HashSet<>();
        Instant to = range.to(zone);
        for (Instant at = range.from(zone); at.isBefore(to); at = at.plus(InquirySelection.QUARTER)) {
            ZonedDateTime local = at.atZone(zone);
            if (local.getDayOfWeek() == day && local.getHour() == hour) {
                quarters.add(InquirySelection.quarter(at));
            }
        }
        return quarters;
    }

    /** What began in a span of time, the same for all brands. */
    List<InquirySelection> span(Instant from, Instant to, Set<InquiryOutcome> outcomes) {
        return brands.isEmpty()
                ? List.of()
                : List.of(new InquirySelection(brandIds(), only, Dated.BEGUN, from, to, Set.of(), outcomes));
    }

    /** The same ground with one brand only. */
    Ground of(BrandId brand) {
        return new Ground(
                range, brands.stream().filter(b -> b.id().equals(brand)).toList(), accounts, only);
    }

    /** The same ground with one channel only. */
    Ground of(ChannelType channel) {
        Set<AccountId> ids = accounts.values().stream()
                .filter(a -> a.channel().equals(channel))
                .map(Account::id)
                .collect(Collectors.toSet());
        return new Ground(range, ids.isEmpty() ? List.of() : brands, accounts, ids);
    }

    private Map<String, Set<BrandId>> byZone() {
        return brands.stream()
                .collect(Collectors.groupingBy(
                        b -> b.zone().getId(), TreeMap::new, Collectors.mapping(Brand::id, Collectors.toSet())));
    }
}
