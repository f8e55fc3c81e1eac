package org.kontor.escalation.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.clock.ClockState;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.sqlite.SqliteStore;

/** Policies on a real embedded store. */
class PolicyServiceTest {
    /** A Friday, 16:50 in Berlin. */
    private static final Instant FRIDAY = Instant.parse("2026-03-06T15:50:00Z");
    /** The Monday after, 09:20 in Berlin. */
    private static final Instant MONDAY = Instant.parse("2026-03-09T08:20:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final House grants = new House();
    private final PlainGuard guard = new PlainGuard();
    private final SqliteStore store;
    private final PolicyService policies;
    private final Brand nordwind = brand(1, "Nordwind");
    private final Brand alma = brand(2, "Alma");

    PolicyServiceTest(@TempDir Path folder) {
        store = SqliteStore.open(folder);
        PolicyClock clock = new PolicyClock();
        policies = new PolicyService(store, grants, clock, guard, guard);
        policies.addClock(clock);
        store.write(grants.current(), rows -> {
            rows.saveClient(new Client(new ClientId(1), "Nordlicht"));
            rows.saveBrand(nordwind);
            rows.saveBrand(alma);
            return 0;
        });
        store.write(grants.current(), rows -> {
            rows.saveAccount(account(nordwind));
            rows.saveAccount(account(alma));
            return 0;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aHookThatFailsSetsNoDeadlineAndTheOthersHold() {
        policies.addClock((brand, policy, inquiries) -> {
            throw new IllegalStateException("no calendar");
        });
        policies.addClock((brand, policy, inquiries) -> List.of());
        ask(nordwind, 1, 1);
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        assertThat(conversation(nordwind, 1).due()).isNotNull();
        assertThat(guard.troubles()).hasSize(2);
    }

    @Test
    void theAuditTrailTellsWhoPromisedWhat() {
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        policies.save(grants.current(), halfAnHour(Policy.Start.SEEN));
        policies.remove(grants.current(), nordwind.id());
        List<AuditEntry> told = store.read(grants.current(), rows -> rows.audit(AuditQuery.of(nordwind.id(), 10)));
        assertThat(told).hasSize(3).allSatisfy(e -> assertThat(e.actor()).isEqualTo(User.LOCAL));
        assertThat(told.get(0).content("firstResponse")).contains("");
        assertThat(told.get(1).fields())
                .containsExactly(AuditField.of("start", "SEEN"), AuditField.of("start.before", "PUBLISHED"));
        assertThat(told.get(2).content("firstResponse")).contains("PT30M");
    }

    private static final class House extends Grants {
        @Override
        public Scope current() {
            return all(new BrandId(1), new BrandId(2));
        }

        @Override
        public Scope system(BrandId brand) {
            return newScope(User.SYSTEM, false, Map.of(brand, EnumSet.allOf(Right.class)));
        }

        @Override
        public Scope system() {
            return current();
        }

        Scope only(Right right) {
            return newScope(User.LOCAL, false, Map.of(new BrandId(1), Set.of(Right.READ, right)));
        }

        private Scope all(BrandId one, BrandId other) {
            Set<Right> rights = EnumSet.allOf(Right.class);
            return newScope(User.LOCAL, true, Map.of(one, rights, other, rights));
        }
    }

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), new ClientId(1), name, Colour.of("#1f6feb"), BERLIN, "");
    }

    private static Account account(Brand brand) {
        return new Account(
                new AccountId(brand.id().value()),
                brand.id(),
                new ChannelType("mail"),
                "hilfe@" + brand.name(),
                Map.of(),
                Instant.EPOCH,
                true);
    }

    /** Conversations with an open inquiry each, from {@code first} on by their number. */
    private void ask(Brand brand, long first, int count) {
        List<Conversation> conversations = new ArrayList<>();
        List<Inquiry> inquiries = new ArrayList<>();
        for (long id = first; id < first + count; id++) {
            conversations.add(new Conversation(
                    new ConversationId(id),
                    brand.id(),
                    new AccountId(brand.id().value()),
                    new ChannelType("mail"),
                    new ExternalId("<" + id + "@x>"),
                    Visibility.PRIVATE,
                    null,
                    "Lena",
                    null,
                    "",
                    ConversationState.OPEN,
                    new InquiryId(id),
                    FRIDAY,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    Triage.NONE,
                    1,
                    FRIDAY,
                    FRIDAY,
                    false));
            inquiries.add(new Inquiry(
                    new InquiryId(id),
                    brand.id(),
                    new AccountId(brand.id().value()),
                    new ConversationId(id),
                    new MessageId(id),
                    FRIDAY,
                    FRIDAY.plusSeconds(600),
                    null));
        }
        store.write(grants.current(), rows -> {
            rows.saveConversations(conversations);
            rows.saveInquiries(inquiries);
            return 0;
        });
    }

    private Conversation conversation(Brand brand, long id) {
        ConversationRef ref = new ConversationRef(brand.id(), new ConversationId(id));
        return store.read(grants.current(), rows -> rows.conversation(ref)).orElseThrow();
    }

    private static Policy halfAnHour(Policy.Start start) {
        List<Interval> open = List.of(Interval.ofMinutes(540, 1_020));
        OfficeHours week = new OfficeHours(
                BERLIN,
                Map.of(
                        DayOfWeek.MONDAY, open,
                        DayOfWeek.TUESDAY, open,
                        DayOfWeek.WEDNESDAY, open,
                        DayOfWeek.THURSDAY, open,
                        DayOfWeek.FRIDAY, open),
                List.of());
        return new Policy(new BrandId(1), week, Duration.ofMinutes(30), start, Policy.WARN_PERCENT);
    }

    @Test
    void anInquiryOfFridayEveningIsDueOnMondayMorning() {
        assertThat(policies.deadline(halfAnHour(Policy.Start.PUBLISHED), FRIDAY))
                .isEqualTo(new Deadline(MONDAY.minusSeconds(450), MONDAY));
    }

    @Test
    void savingSetsTheClocksOfWhatIsOpenInThatBrandOnly() {
        ask(nordwind, 10, 3);
        ask(alma, 20, 1);
        assertThat(policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED)))
                .isEqualTo(3);
        assertThat(conversation(nordwind, 12).due()).isEqualTo(MONDAY);
        assertThat(conversation(nordwind, 12).warn()).isEqualTo(MONDAY.minusSeconds(450));
        assertThat(conversation(alma, 20).due()).isNull();
        assertThat(policies.policy(grants.current(), nordwind.id())).contains(halfAnHour(Policy.Start.PUBLISHED));
    }

    @Test
    void theSamePolicyAgainChangesNothing() {
        ask(nordwind, 10, 3);
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        assertThat(policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED)))
                .isZero();
    }

    @Test
    void whatStartsTheClockMatters() {
        ask(nordwind, 10, 1);
        policies.save(grants.current(), halfAnHour(Policy.Start.SEEN));
        // Seen at 17:00, when the office closes.
        assertThat(conversation(nordwind, 10).due()).isEqualTo(Instant.parse("2026-03-09T08:30:00Z"));
    }

    @Test
    void removingStopsTheClocks() {
        ask(nordwind, 10, 2);
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        assertThat(policies.remove(grants.current(), nordwind.id())).isEqualTo(2);
        assertThat(conversation(nordwind, 10).due()).isNull();
        assertThat(policies.policy(grants.current(), nordwind.id())).isEmpty();
    }

    @Test
    void anEarlierDeadlineOfAPlugInStays() {
        ask(nordwind, 10, 1);
        Deadline sooner = new Deadline(FRIDAY, FRIDAY.plusSeconds(60));
        policies.addClock((brand, policy, inquiries) ->
                inquiries.stream().<@Nullable Deadline>map(i -> sooner).toList());
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        assertThat(conversation(nordwind, 10).due()).isEqualTo(sooner.due());
    }

    @Test
    void whoMaySetUpNeedNotBeAllowedToAnswerAndTheOtherWayRound() {
        ask(nordwind, 10, 1);
        assertThat(policies.save(grants.only(Right.SET_UP), halfAnHour(Policy.Start.PUBLISHED)))
                .isEqualTo(1);
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> policies.save(grants.only(Right.ANSWER), halfAnHour(Policy.Start.SEEN)));
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> policies.remove(grants.only(Right.ANSWER), nordwind.id()));
    }

    @Test
    void theStateFollowsTheTime() {
        ask(nordwind, 10, 1);
        assertThat(ClockState.of(conversation(nordwind, 10), FRIDAY)).isEqualTo(ClockState.NONE);
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        Conversation now = conversation(nordwind, 10);
        assertThat(ClockState.of(now, MONDAY.minusSeconds(451))).isEqualTo(ClockState.RUNNING);
        assertThat(ClockState.of(now, MONDAY.minusSeconds(450))).isEqualTo(ClockState.WARNING);
        assertThat(ClockState.of(now, MONDAY.minusMillis(1))).isEqualTo(ClockState.WARNING);
        assertThat(ClockState.of(now, MONDAY)).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void inquiriesFromBeforeTheClocksGetTheirs() {
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        ask(nordwind, 1_000, 1_200);
        ask(alma, 5_000, 1);
        assertThat(policies.startMissing(nordwind.id(), () -> true)).isEqualTo(1_200);
        assertThat(conversation(nordwind, 1_000).due()).isEqualTo(MONDAY);
        assertThat(conversation(nordwind, 2_199).due()).isEqualTo(MONDAY);
        assertThat(policies.startMissing(nordwind.id(), () -> true)).isZero();
        assertThat(policies.startMissing(alma.id(), () -> true)).isZero();
        assertThat(conversation(alma, 5_000).due()).isNull();
    }

    @Test
    void aClockThatRunsIsLeftAloneByTheOneThatStartsMissingOnes() {
        ask(nordwind, 10, 1);
        policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED));
        ask(nordwind, 20, 1);
        Deadline sooner = new Deadline(FRIDAY, FRIDAY.plusSeconds(60));
        policies.addClock((brand, policy, inquiries) ->
                inquiries.stream().<@Nullable Deadline>map(i -> sooner).toList());
        assertThat(policies.startMissing(nordwind.id(), () -> true)).isEqualTo(1);
        assertThat(conversation(nordwind, 10).due()).isEqualTo(MONDAY);
        assertThat(conversation(nordwind, 20).due()).isEqualTo(sooner.due());
    }

    @Test
    void fiveThousandOpenInquiriesAreSetInOneGo() {
        ask(nordwind, 1_000, 5_000);
        long begin = System.nanoTime();
        assertThat(policies.save(grants.current(), halfAnHour(Policy.Start.PUBLISHED)))
                .isEqualTo(5_000);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("kontor: clocks of 5,000 open inquiries set anew in %d ms%n", took.toMillis());
        assertThat(conversation(nordwind, 5_999).due()).isEqualTo(MONDAY);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }
}
