package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.InquirySelection.Dated;
import org.kontor.api.store.InquirySelection.Promise;
import org.kontor.api.store.ResponseTimes;

/** What reports read is what a plain loop over the inquiries finds. */
public abstract class ReportContract extends StoreContract {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    protected ReportContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void anEmptyStoreHasNothingToReport() {
        InquirySelection all = selection(Set.of(), Set.of(), Dated.BEGUN, EARLY, LATE, Set.of(), Set.of());
        read(world.all, rows -> {
            assertThat(rows.inquiryCounts(all)).isEmpty();
            assertThat(rows.inquiriesOf(all, 10)).isEmpty();
            assertThat(rows.responseTimes(List.of(all), ResponseTimes.By.NOTHING))
                    .isEmpty();
            assertThat(rows.responseTimes(List.of(), ResponseTimes.By.BRAND)).isEmpty();
        });
    }

    @Test
    void everyCountPercentileAndListIsThatOfAPlainLoop() {
        long seed = 20261123;
        System.out.println("kontor: report rows, seed " + seed);
        Random random = new Random(seed);
        List<Inquiry> all = randomInquiries(random, 2_000);
        for (int round = 0; round < 80; round++) {
            Scope scope = List.of(world.all, world.onlyAlma, world.onlyNordwind).get(random.nextInt(3));
            InquirySelection wanted = randomSelection(random);
            List<Inquiry> expected = all.stream()
                    .filter(i -> scope.brands().contains(i.brand()) && belongs(i, wanted))
                    .toList();
            String what = "%s seed %d round %d".formatted(wanted, seed, round);
            countsAre(scope, wanted, expected, what);
            timesAre(scope, wanted, expected, what);
            listIs(scope, wanted, expected, 1 + random.nextInt(3_000), what);
        }
    }

    @Test
    void eventsAreBalancedByBrandAndAccountInDaysOfTheBrand() {
        write(world.all, rows -> {
            rows.record(world.mail, List.of(world.event("m1", "a"), world.event("m2", "b")), null, NOW);
            rows.record(world.sky, List.of(world.event("s1", "c")), null, NOW);
            // 22:30 of the 9th in New York, 03:30 of the 10th in Berlin.
            rows.record(world.almaMail, List.of(world.event("a1", "d")), null, Instant.parse("2026-03-10T02:30:00Z"));
        });
        LocalDate ninth = LocalDate.of(2026, 3, 9);
        LocalDate tenth = ninth.plusDays(1);
        read(world.all, rows -> {
            assertThat(rows.eventBalanceOf(Set.of(), Set.of(), ninth, tenth).seen())
                    .isEqualTo(4);
            assertThat(rows.eventBalanceOf(Set.of(), Set.of(), tenth, tenth).seen())
                    .isEqualTo(3);
            assertThat(rows.eventBalanceOf(Set.of(world.alma.id()), Set.of(), ninth, ninth)
                            .seen())
                    .isEqualTo(1);
            assertThat(rows.eventBalanceOf(Set.of(world.nordwind.id()), Set.of(world.sky.id()), tenth, tenth)
                            .seen())
                    .isEqualTo(1);
        });
        read(
                world.onlyAlma,
                rows -> assertThat(rows.eventBalanceOf(Set.of(world.nordwind.id()), Set.of(), ninth, tenth)
                                .seen())
                        .isZero());
    }

    @Test
    void whatWasPromisedStaysWithTheInquiryAfterItsEnd() {
        Instant due = BEGIN.plus(Duration.ofHours(4));
        Map<String, InquiryEnd> ends = Map.of(
                "in time", new InquiryEnd.Answered(due.minusNanos(1), new MessageId(1)),
                "elsewhere", new InquiryEnd.AnsweredElsewhere(BEGIN, null),
                "late", new InquiryEnd.Answered(due, new MessageId(1)),
                "ignored", new InquiryEnd.Ignored(BEGIN, IgnoreReason.SPAM));
        Map<String, Inquiry> written = new HashMap<>();
        for (String name : List.of("in time", "elsewhere", "late", "ignored", "open")) {
            written.put(name, promised(name, due, ends.get(name)));
        }
        promised("nothing promised", null, new InquiryEnd.Answered(BEGIN, new MessageId(1)));
        reopen();
        InquirySelection all = selection(Set.of(), Set.of(), Dated.BEGUN, EARLY, LATE, Set.of(), Set.of());
        read(world.all, rows -> {
            assertThat(rows.inquiriesOf(all, 10)).hasSize(6);
            assertThat(rows.inquiriesOf(all.promised(new Promise(due, true)), 10))
                    .containsExactlyInAnyOrder(written.get("in time"), written.get("elsewhere"));
            assertThat(rows.inquiriesOf(all.promised(new Promise(due.minusNanos(1), false)), 10))
                    .containsExactlyInAnyOrder(written.get("in time"), written.get("elsewhere"), written.get("late"));
            assertThat(rows.inquiriesOf(all.promised(new Promise(due, false)), 10))
                    .containsExactlyInAnyOrder(
                            written.get("in time"), written.get("elsewhere"), written.get("late"), written.get("open"));
            assertThat(rows.inquiryCounts(all.promised(new Promise(due, true))).stream()
                            .mapToLong(InquiryCount::count)
                            .sum())
                    .isEqualTo(2);
        });
    }

    @Test
    void whatIsPromisedIsKeptEvenWhereTheInquiryIsWrittenBeforeItsNewConversation() {
        Instant due = BEGIN.plus(Duration.ofHours(4));
        Conversation thread = world.conversation(world.mail, "<first@x>", ConversationState.OPEN, BEGIN);
        Inquiry open = world.inquiry(thread, world.message(thread, "<first@x>", "L", "?"));
        write(world.all, rows -> {
            rows.saveInquiries(List.of(open));
            rows.saveConversations(List.of(Bend.with(thread, "inquiry", open.id(), "due", due)));
        });
        InquirySelection all = selection(Set.of(), Set.of(), Dated.BEGUN, EARLY, LATE, Set.of(), Set.of());
        read(
                world.all,
                rows -> assertThat(rows.inquiriesOf(all.promised(new Promise(due, false)), 10))
                        .containsExactly(open));
    }

    /** Begins an inquiry whose clock is set anew before it ends, if it does. */
    private Inquiry promised(String name, @Nullable Instant due, @Nullable InquiryEnd end) {
        Conversation thread = world.conversation(world.mail, "<" + name + "@x>", ConversationState.OPEN, BEGIN);
        Inquiry open =
                Bend.with(world.inquiry(thread, world.message(thread, "<" + name + "@x>", "L", "?")), "began", BEGIN);
        Conversation clocked = Bend.with(thread, "inquiry", open.id(), "due", BEGIN);
        write(world.all, rows -> {
            // The two ways in which the desk writes them.
            if (name.length() % 2 == 0) {
                rows.saveConversations(List.of(clocked));
                rows.saveInquiries(List.of(open));
            } else {
                rows.saveInquiries(List.of(open));
                rows.saveConversations(List.of(clocked));
            }
            rows.saveConversations(List.of(Bend.with(clocked, "due", due)));
        });
        Inquiry ended = Bend.with(open, "end", end);
        if (end != null) {
            write(world.all, rows -> {
                rows.saveInquiries(List.of(ended));
                rows.saveConversations(List.of(thread));
            });
        }
        return ended;
    }

    private void countsAre(Scope scope, InquirySelection wanted, List<Inquiry> expected, String what) {
        Function<Inquiry, InquiryCount> cell = i -> new InquiryCount(
                i.brand(), i.account(), InquirySelection.quarter(dated(i, wanted.dated())), outcome(i), 1);
        Map<InquiryCount, Long> cells = expected.stream().collect(Collectors.groupingBy(cell, Collectors.counting()));
        Set<InquiryCount> counts = new HashSet<>();
        cells.forEach((c, n) -> counts.add(new InquiryCount(c.brand(), c.account(), c.quarter(), c.outcome(), n)));
        read(
                scope,
                rows -> assertThat(rows.inquiryCounts(wanted)).as(what).containsExactlyInAnyOrderElementsOf(counts));
    }

    private void timesAre(Scope scope, InquirySelection wanted, List<Inquiry> expected, String what) {
        if (!wanted.outcomes().isEmpty() && wanted.outcomes().stream().noneMatch(InquiryOutcome::answered)) {
            return;
        }
        for (ResponseTimes.By by : ResponseTimes.By.values()) {
            Map<String, List<Duration>> waits = expected.stream()
                    .filter(i -> outcome(i).answered())
                    .collect(Collectors.groupingBy(
                            i -> group(i, by), Collectors.mapping(ReportContract::wait, Collectors.toList())));
            List<ResponseTimes> times = new ArrayList<>();
            waits.forEach((group, list) ->
                    times.add(new ResponseTimes(group, list.size(), percentile(list, 0.5), percentile(list, 0.9))));
            read(
                    scope,
                    rows -> assertThat(rows.responseTimes(List.of(wanted), by))
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(times));
        }
    }

    private void listIs(Scope scope, InquirySelection wanted, List<Inquiry> expected, int limit, String what) {
        List<Inquiry> list = expected.stream()
                .sorted(Comparator.comparing(Inquiry::began)
                        .thenComparing(i -> i.id().value())
                        .reversed())
                .limit(limit)
                .toList();
        read(scope, rows -> assertThat(rows.inquiriesOf(wanted, limit)).as(what).isEqualTo(list));
    }

    /** The smallest value that at least {@code share} of the values do not exceed. */
    private static Duration percentile(List<Duration> waits, double share) {
        return waits.stream()
                .sorted()
                .filter(w -> waits.stream().filter(v -> v.compareTo(w) <= 0).count() >= share * waits.size())
                .findFirst()
                .orElseThrow();
    }

    private String group(Inquiry inquiry, ResponseTimes.By by) {
        return switch (by) {
            case NOTHING -> "";
            case BRAND -> String.valueOf(inquiry.brand().value());
            case CHANNEL -> inquiry.account().equals(world.sky.id()) ? "bluesky" : "mail";
        };
    }

    private static Duration wait(Inquiry inquiry) {
        Duration wait =
                Duration.between(inquiry.began(), end(inquiry).orElseThrow().at());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Optional<InquiryEnd> end(Inquiry inquiry) {
        return Optional.ofNullable(inquiry.end());
    }

    private static InquiryOutcome outcome(Inquiry inquiry) {
        return InquiryOutcome.of(inquiry.end());
    }

    private static Instant dated(Inquiry inquiry, Dated dated) {
        return dated == Dated.BEGUN
                ? inquiry.began()
                : end(inquiry).map(InquiryEnd::at).orElse(Instant.MAX);
    }

    private static boolean belongs(Inquiry inquiry, InquirySelection wanted) {
        Instant at = dated(inquiry, wanted.dated());
        return (wanted.brands().isEmpty() || wanted.brands().contains(inquiry.brand()))
                && (wanted.accounts().isEmpty() || wanted.accounts().contains(inquiry.account()))
                && !at.isBefore(wanted.from())
                && at.isBefore(wanted.to())
                && (wanted.dated() == Dated.BEGUN || inquiry.began().isBefore(wanted.to()))
                && (wanted.quarters().isEmpty() || wanted.quarters().contains(InquirySelection.quarter(at)))
                && (wanted.outcomes().isEmpty() || wanted.outcomes().contains(outcome(inquiry)));
    }

    private InquirySelection randomSelection(Random random) {
        Set<BrandId> brands = List.of(
                        Set.<BrandId>of(), Set.of(world.alma.id()), Set.of(new BrandId(7), world.nordwind.id()))
                .get(random.nextInt(3));
        Set<AccountId> accounts = random.nextInt(3) == 0 ? Set.of(world.sky.id(), world.almaMail.id()) : Set.of();
        Instant from = BEGIN.plusSeconds(random.nextInt(10 * 86_400));
        Instant to = from.plusSeconds(random.nextInt(20 * 86_400));
        Set<Long> quarters = new HashSet<>();
        if (random.nextInt(3) == 0) {
            for (int i = 0; i < 200; i++) {
                quarters.add(InquirySelection.quarter(from) + random.nextInt(1_000));
            }
        }
        Set<InquiryOutcome> outcomes = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            outcomes.add(InquiryOutcome.values()[random.nextInt(6)]);
        }
        Dated dated = random.nextBoolean() ? Dated.BEGUN : Dated.ENDED;
        return selection(brands, accounts, dated, from, to, quarters, outcomes);
    }

    private static InquirySelection selection(
            Set<BrandId> brands,
            Set<AccountId> accounts,
            Dated dated,
            Instant from,
            Instant to,
            Set<Long> quarters,
            Set<InquiryOutcome> outcomes) {
        return new InquirySelection(brands, accounts, dated, from, to, quarters, outcomes);
    }

    private List<Inquiry> randomInquiries(Random random, int count) {
        List<Conversation> threads = new ArrayList<>();
        for (Account account : List.of(world.mail, world.sky, world.almaMail)) {
            threads.add(world.conversation(account, "t" + account.id().value(), ConversationState.OPEN, NOW));
        }
        List<Inquiry> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Conversation thread = threads.get(random.nextInt(threads.size()));
            Instant began = BEGIN.plusSeconds(random.nextInt(20 * 86_400)).plusNanos(random.nextInt(2));
            all.add(new Inquiry(
                    new InquiryId(world.ids.next()),
                    thread.brand(),
                    thread.account(),
                    thread.id(),
                    new MessageId(world.ids.next()),
                    began,
                    began,
                    randomEnd(random, began)));
        }
        write(world.all, rows -> {
            rows.saveConversations(threads);
            rows.saveInquiries(all);
        });
        return all;
    }

    private @Nullable InquiryEnd randomEnd(Random random, Instant began) {
        // Some answers are dated before their question: clocks of platforms differ.
        Instant at = began.plusSeconds(random.nextInt(100) == 0 ? -5 : random.nextInt(5 * 86_400));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new InquiryEnd.Answered(at, new MessageId(world.ids.next()));
            case 3 -> new InquiryEnd.AnsweredElsewhere(at, null);
            case 4 -> new InquiryEnd.Ignored(at, IgnoreReason.SPAM);
            case 5 -> new InquiryEnd.Merged(at, new InquiryId(1));
            case 6 -> new InquiryEnd.Deleted(at);
            default -> null;
        };
    }
}
