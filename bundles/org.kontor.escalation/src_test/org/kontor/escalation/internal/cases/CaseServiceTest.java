package org.kontor.escalation.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.Field;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.CaseResult.Why;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.sqlite.SqliteStore;

/** Cases on a real embedded store. */
class CaseServiceTest {
    /** Shortly before midnight in UTC, and a new year in Berlin already. */
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:30:00Z");

    private final House grants = new House();
    private final SqliteStore store;
    private Instant now = NEW_YEAR;
    private final CaseService cases;
    private final Brand nordwind = brand(1, "Nordwind", "Europe/Berlin");
    private final Brand alma = brand(2, "Alma", "America/New_York");
    private final Scope scope = grants.current();

    CaseServiceTest(@TempDir Path folder) {
        store = SqliteStore.open(folder);
        InstantSource clock = () -> now;
        cases = new CaseService(store, clock);
        store.write(scope, rows -> {
            rows.saveClient(new Client(new ClientId(1), "Nordlicht"));
            rows.saveBrand(nordwind);
            rows.saveBrand(alma);
            return 0;
        });
        store.write(scope, rows -> {
            rows.saveAccount(account(nordwind));
            rows.saveAccount(account(alma));
            return 0;
        });
    }

    @AfterEach
    void close() {
        try {
            theTrailRefersToTheTimelines();
        } finally {
            store.close();
        }
    }

    /** Written by whatever test ran: the trail refers to every entry of every timeline. */
    private void theTrailRefersToTheTimelines() {
        for (Brand brand : List.of(nordwind, alma)) {
            List<AuditEntry> told = store.read(scope, rows -> rows.audit(AuditQuery.of(brand.id(), 1000)));
            List<String> entries = store.read(
                    scope,
                    rows -> Stream.of(
                                    CaseQuery.open(Set.of(brand.id())),
                                    new CaseQuery(
                                            Set.of(brand.id()),
                                            new CaseQuery.State.Closed(Instant.EPOCH, NEW_YEAR.plusSeconds(99_999_999)),
                                            null,
                                            100))
                            .flatMap(query -> rows.cases(query).stream())
                            .flatMap(each -> rows.caseEntries(each.ref()).stream())
                            .map(entry -> String.valueOf(entry.id().value()))
                            .toList());
            assertThat(told)
                    .extracting(entry -> entry.content("entry").orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(entries);
        }
    }

    private static final class House extends Grants {
        private static final Set<Right> ALL = EnumSet.allOf(Right.class);

        @Override
        public Scope current() {
            return newScope(User.LOCAL, true, Map.of(new BrandId(1), ALL, new BrandId(2), ALL));
        }

        @Override
        public Scope system(BrandId brand) {
            return newScope(User.SYSTEM, false, Map.of(brand, ALL));
        }

        @Override
        public Scope system() {
            return current();
        }

        Scope reader() {
            return newScope(User.LOCAL, false, Map.of(new BrandId(1), Set.of(Right.READ)));
        }

        Scope almasOnly() {
            return newScope(User.LOCAL, false, Map.of(new BrandId(2), ALL));
        }
    }

    private static Brand brand(long id, String name, String zone) {
        return new Brand(new BrandId(id), new ClientId(1), name, Colour.of("#1f6feb"), ZoneId.of(zone), "");
    }

    private static Account account(Brand brand) {
        return new Account(
                new AccountId(brand.id().value()),
                brand.id(),
                new ChannelType("mail"),
                "help",
                Map.of(),
                NEW_YEAR,
                true);
    }

    private ConversationRef ask(Brand brand, long id, @Nullable String subject, String text) {
        return ask(brand, id, subject, text, null, null);
    }

    private ConversationRef ask(
            Brand brand,
            long id,
            @Nullable String subject,
            String text,
            @Nullable UserId assignee,
            @Nullable Instant due) {
        Conversation conversation = new Conversation(
                new ConversationId(id),
                brand.id(),
                new AccountId(brand.id().value()),
                new ChannelType("mail"),
                new ExternalId("<" + id + "@x>"),
                Visibility.PRIVATE,
                null,
                "Lena",
                subject,
                text,
                ConversationState.OPEN,
                null,
                NEW_YEAR,
                due,
                due,
                null,
                assignee,
                false,
                false,
                Triage.NONE,
                1,
                NEW_YEAR,
                NEW_YEAR,
                false);
        Message message = new Message(
                new MessageId(id),
                brand.id(),
                conversation.account(),
                conversation.id(),
                new ExternalId("<" + id + "@x>"),
                null,
                MessageKind.MESSAGE,
                Direction.INBOUND,
                null,
                "Lena",
                "lena",
                subject,
                text,
                null,
                "1",
                1,
                Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                false,
                List.of(),
                null,
                "<" + id + "@x>",
                null,
                null,
                NEW_YEAR,
                NEW_YEAR);
        store.write(scope, rows -> {
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(List.of(message));
            return 0;
        });
        return ConversationRef.of(conversation);
    }

    private static Case done(CaseResult result) {
        assertThat(result).isInstanceOf(CaseResult.Done.class);
        return ((CaseResult.Done) result).now();
    }

    private Case open(ConversationRef ref) {
        return done(cases.open(scope, ref));
    }

    private List<What> timeline(Case of) {
        return cases.entries(scope, of.ref()).stream().map(CaseEntry::what).toList();
    }

    private boolean escalated(ConversationRef ref) {
        return store.read(scope, rows -> rows.conversation(ref)).orElseThrow().escalated();
    }

    private static CaseFacts facts(CaseFacts was, String title, @Nullable UserId owner, @Nullable Instant due) {
        return new CaseFacts(title, Severity.HIGH, Category.PRODUCT, "Naht", was.remedy(), owner, due);
    }

    @Test
    void aCaseIsFilledFromItsConversation() {
        Instant due = NEW_YEAR.plusSeconds(3600);
        ConversationRef ref = ask(nordwind, 10, "AW: Re: Jacke  undicht", "Guten Tag", User.SYSTEM, due);
        Case fresh = open(ref);
        assertThat(fresh.number()).hasToString("2027-1");
        assertThat(fresh.facts())
                .isEqualTo(
                        new CaseFacts("Jacke undicht", Severity.MEDIUM, Category.COMPLAINT, "", "", User.SYSTEM, due));
        assertThat(fresh.conversations()).containsExactly(ref);
        assertThat(fresh.openedAt()).isEqualTo(NEW_YEAR);
        assertThat(fresh.openedBy()).isEqualTo(User.LOCAL);
        assertThat(cases.find(scope, fresh.ref())).contains(fresh);
        assertThat(timeline(fresh)).containsExactly(new What.Opened(), new What.Linked(ref.id()));
        assertThat(escalated(ref)).isTrue();
    }

    @Test
    void withoutASubjectTheFirstSentenceIsTheTitle() {
        ConversationRef ref =
                ask(nordwind, 10, null, "@nordwind.example Jacke nach zwei Tagen undicht! Was nun?", null, NEW_YEAR);
        CaseFacts facts = open(ref).facts();
        assertThat(facts.title()).isEqualTo("Jacke nach zwei Tagen undicht!");
        assertThat(facts.owner()).isEqualTo(User.LOCAL);
        assertThat(facts.due()).as("a deadline that passed is no promise").isNull();
        String endless = "Wasser läuft an der Schulter durch die Naht ".repeat(9);
        assertThat(open(ask(nordwind, 11, "", endless)).facts().title())
                .hasSizeLessThan(82)
                .endsWith("durch…");
        assertThat(open(ask(nordwind, 12, null, " ")).facts().title()).isEqualTo("Lena");
    }

    @Test
    void numbersCountWithinBrandAndYear() {
        assertThat(open(ask(nordwind, 10, "a", "")).number()).hasToString("2027-1");
        assertThat(open(ask(nordwind, 11, "b", "")).number()).hasToString("2027-2");
        assertThat(open(ask(alma, 20, "c", "")).number()).hasToString("2026-1");
        now = NEW_YEAR.plusSeconds(86_400);
        assertThat(open(ask(alma, 21, "d", "")).number()).hasToString("2027-1");
    }

    @Test
    void escalatingAgainFindsTheOpenCase() {
        ConversationRef ref = ask(nordwind, 10, "a", "");
        Case first = open(ref);
        assertThat(open(ref)).isEqualTo(first);
        cases.close(scope, first.ref(), 1, Outcome.SOLVED, "");
        assertThat(open(ref).number()).hasToString("2027-2");
    }

    @Test
    void savingKeepsTheFactsAndSaysWhatChanged() {
        Case fresh = open(ask(nordwind, 10, "a", ""));
        CaseFacts facts = facts(fresh.facts(), "Naht offen", null, NEW_YEAR.plusSeconds(60));
        Case saved = done(cases.save(scope, fresh.ref(), 1, facts));
        assertThat(saved.facts()).isEqualTo(facts);
        assertThat(saved.revision()).isEqualTo(2);
        assertThat(timeline(fresh).subList(2, 8))
                .containsExactly(
                        new What.Changed(Field.TITLE, "a", "Naht offen"),
                        new What.Changed(Field.SEVERITY, "MEDIUM", "HIGH"),
                        new What.Changed(Field.CATEGORY, "COMPLAINT", "PRODUCT"),
                        new What.Changed(Field.CAUSE, "", "Naht"),
                        new What.Changed(Field.OWNER, "2", ""),
                        new What.Changed(Field.DUE, "", "2026-12-31T23:31:00Z"));
        assertThat(done(cases.save(scope, fresh.ref(), 2, facts)).revision()).isEqualTo(2);
        assertThat(timeline(fresh)).hasSize(8);
    }

    @Test
    void whoSavesOnAnOldRevisionOverwritesNothing() {
        Case fresh = open(ask(nordwind, 10, "a", ""));
        Case theirs = done(cases.save(scope, fresh.ref(), 1, facts(fresh.facts(), "theirs", null, null)));
        CaseFacts mine = facts(fresh.facts(), "mine", null, null);
        assertThat(cases.save(scope, fresh.ref(), 1, mine)).isEqualTo(new CaseResult.Conflict(theirs));
        assertThat(cases.close(scope, fresh.ref(), 1, Outcome.SOLVED, "")).isEqualTo(new CaseResult.Conflict(theirs));
        assertThat(cases.find(scope, fresh.ref())).contains(theirs);
        assertThat(done(cases.save(scope, fresh.ref(), 2, mine)).facts().title())
                .isEqualTo("mine");
    }

    @Test
    void notesAndDecisionsDisturbNobodyWhoEdits() {
        Case fresh = open(ask(nordwind, 10, "a", ""));
        cases.note(scope, fresh.ref(), " Rückruf morgen ");
        cases.decide(scope, fresh.ref(), "Tausch");
        assertThat(timeline(fresh)).endsWith(new What.Noted("Rückruf morgen"), new What.Decided("Tausch"));
        assertThat(done(cases.save(scope, fresh.ref(), 1, facts(fresh.facts(), "b", null, null)))
                        .revision())
                .isEqualTo(2);
        assertThat(cases.note(scope, fresh.ref(), "  ")).isEqualTo(new CaseResult.Refused(Why.NO_WORDS));
    }

    @Test
    void conversationsComeAndGo() {
        ConversationRef first = ask(nordwind, 10, "a", "");
        ConversationRef second = ask(nordwind, 11, "b", "");
        Case fresh = open(first);
        assertThat(done(cases.link(scope, fresh.ref(), second)).conversations()).containsExactly(first, second);
        cases.link(scope, fresh.ref(), second);
        assertThat(done(cases.unlink(scope, fresh.ref(), first)).conversations())
                .containsExactly(second);
        cases.unlink(scope, fresh.ref(), first);
        assertThat(timeline(fresh).subList(2, 4))
                .containsExactly(new What.Linked(second.id()), new What.Unlinked(first.id()));
        assertThat(timeline(fresh)).hasSize(4);
        assertThat(escalated(first)).isFalse();
        assertThat(escalated(second)).isTrue();
        assertThat(cases.of(scope, second)).hasSize(1);
        assertThat(cases.link(scope, fresh.ref(), ask(alma, 20, "c", "")))
                .isEqualTo(new CaseResult.Refused(Why.NO_CONVERSATION));
    }

    @Test
    void aClosedCaseIsOnlyReadUntilItIsOpenedAgain() {
        ConversationRef ref = ask(nordwind, 10, "a", "");
        Case fresh = open(ref);
        Case closed = done(cases.close(scope, fresh.ref(), 1, Outcome.COMPENSATED, " Gutschein "));
        assertThat(closed.closing())
                .isEqualTo(new Case.Closing(Outcome.COMPENSATED, "Gutschein", NEW_YEAR, User.LOCAL));
        assertThat(escalated(ref)).isFalse();
        CaseResult refused = new CaseResult.Refused(Why.CLOSED);
        assertThat(cases.save(scope, fresh.ref(), 2, fresh.facts())).isEqualTo(refused);
        assertThat(cases.close(scope, fresh.ref(), 2, Outcome.SOLVED, "")).isEqualTo(refused);
        assertThat(cases.link(scope, fresh.ref(), ref)).isEqualTo(refused);
        assertThat(cases.unlink(scope, fresh.ref(), ref)).isEqualTo(refused);
        assertThat(cases.note(scope, fresh.ref(), "angerufen")).isEqualTo(new CaseResult.Done(closed));
        assertThat(cases.board(scope, CaseQuery.open(Set.of()))).isEmpty();
        Case again = done(cases.reopen(scope, fresh.ref()));
        assertThat(again.open()).isTrue();
        assertThat(again.revision()).isEqualTo(3);
        assertThat(escalated(ref)).isTrue();
        assertThat(cases.reopen(scope, fresh.ref())).isEqualTo(new CaseResult.Refused(Why.OPEN));
        assertThat(timeline(fresh))
                .endsWith(
                        new What.Closed(Outcome.COMPENSATED, "Gutschein"),
                        new What.Noted("angerufen"),
                        new What.Reopened());
    }

    @Test
    void whatIsNotThereIsRefused() {
        CaseRef nothing = new CaseRef(nordwind.id(), new CaseId(4711));
        assertThat(cases.note(scope, nothing, "x")).isEqualTo(new CaseResult.Refused(Why.NO_CASE));
        assertThat(cases.open(scope, new ConversationRef(nordwind.id(), new ConversationId(4711))))
                .isEqualTo(new CaseResult.Refused(Why.NO_CONVERSATION));
        Case fresh = open(ask(nordwind, 10, "a", ""));
        assertThat(cases.save(scope, fresh.ref(), 1, facts(fresh.facts(), " ", null, null)))
                .isEqualTo(new CaseResult.Refused(Why.NO_WORDS));
        assertThat(cases.save(scope, fresh.ref(), 1, facts(fresh.facts(), "b", new UserId(99), null)))
                .isEqualTo(new CaseResult.Refused(Why.NO_SUCH_USER));
    }

    @Test
    void theBrandWallHolds() {
        ConversationRef ref = ask(nordwind, 10, "a", "");
        Case fresh = open(ref);
        Scope stranger = grants.almasOnly();
        assertThat(cases.find(stranger, fresh.ref())).isEmpty();
        assertThat(cases.entries(stranger, fresh.ref())).isEmpty();
        assertThat(cases.of(stranger, ref)).isEmpty();
        assertThat(cases.board(stranger, CaseQuery.open(Set.of()))).isEmpty();
        for (Scope without : List.of(stranger, grants.reader())) {
            assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> cases.open(without, ref));
            assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> cases.note(without, fresh.ref(), "x"));
            assertThatExceptionOfType(ScopeException.class)
                    .isThrownBy(() -> cases.save(without, fresh.ref(), 1, fresh.facts()));
        }
        assertThat(cases.find(grants.reader(), fresh.ref())).contains(fresh);
    }
}
