package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseEntry.Field;
import org.kontor.api.cases.CaseEntry.What;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;

/** Cases, their timelines, and what they do to the conversations they hold. */
public abstract class CaseContract extends StoreContract {
    private final Conversation first;
    private final Conversation second;

    protected CaseContract(Engine engine, Path folder) {
        super(engine, folder);
        first = world.conversation(world.mail, "<1@x>");
        second = world.conversation(world.mail, "<2@x>");
        write(world.all, rows -> rows.saveConversations(List.of(first, second)));
    }

    @Test
    void aCaseComesBackWhole() {
        Case open = world.openCase(world.nordwind, 1, second, first);
        Case bare = Bend.with(
                world.openCase(world.nordwind, 2),
                "facts",
                Bend.with(open.facts(), "owner", null, "due", null, "cause", "", "remedy", ""),
                "closing",
                new Case.Closing(Outcome.COMPENSATED, "Gutschein", NOW.plusSeconds(9), User.SYSTEM),
                "revision",
                7);
        save(open, bare);
        reopen();
        read(world.onlyNordwind, rows -> {
            assertThat(rows.caseBy(open.ref())).contains(open);
            assertThat(rows.caseBy(bare.ref())).contains(bare);
            assertThat(rows.lastCaseNumber(world.nordwind.id(), 2026)).isEqualTo(2);
            assertThat(rows.lastCaseNumber(world.nordwind.id(), 2025)).isZero();
            assertThat(rows.lastCaseNumber(world.alma.id(), 2026)).isZero();
        });
    }

    @Test
    void aNumberIsGivenOnceABrand() {
        save(world.openCase(world.nordwind, 1), world.openCase(world.alma, 1));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> save(world.openCase(world.nordwind, 1)));
    }

    @Test
    void theBoardShowsTheWorstFirstThenWhatWasPromisedFirst() {
        Case low = open(1, Severity.LOW, NOW, User.LOCAL);
        Case late = open(2, Severity.HIGH, NOW.plusSeconds(50), null);
        Case soon = open(3, Severity.HIGH, NOW.plusSeconds(5), User.SYSTEM);
        Case never = open(4, Severity.HIGH, null, User.LOCAL);
        Case safety = open(5, Severity.SAFETY, null, User.LOCAL);
        Case done = Bend.with(
                open(6, Severity.SAFETY, NOW, User.LOCAL),
                "closing",
                new Case.Closing(Outcome.SOLVED, "", NOW, User.LOCAL));
        Case almas = world.openCase(world.alma, 1);
        save(low, late, soon, never, safety, done, almas);
        assertThat(board(CaseQuery.open(Set.of()))).containsExactly(safety, soon, late, never, almas, low);
        assertThat(board(CaseQuery.open(Set.of(world.alma.id())))).containsExactly(almas);
        assertThat(board(new CaseQuery(Set.of(), new CaseQuery.State.Open(), User.SYSTEM, 9)))
                .containsExactly(soon);
        assertThat(board(new CaseQuery(Set.of(), new CaseQuery.State.Open(), null, 2)))
                .containsExactly(safety, soon);
    }

    @Test
    void closedCasesAreFoundByWhenTheyWereClosed() {
        Case early = closed(1, NOW);
        Case late = closed(2, NOW.plusSeconds(10));
        save(early, late, world.openCase(world.nordwind, 3));
        assertThat(closedBetween(NOW, NOW.plusSeconds(10))).containsExactly(early);
        assertThat(closedBetween(NOW, LATE)).containsExactly(late, early);
        assertThat(closedBetween(EARLY, NOW)).isEmpty();
    }

    @Test
    void aConversationKnowsItsCases() {
        Case open = world.openCase(world.nordwind, 1, first);
        Case other = world.openCase(world.nordwind, 2, first, second);
        save(open, other);
        read(world.all, rows -> {
            assertThat(rows.casesOf(ConversationRef.of(first))).containsExactly(other, open);
            assertThat(rows.casesOf(ConversationRef.of(second))).containsExactly(other);
        });
    }

    @Test
    void conversationsAreEscalatedWhileAnOpenCaseHoldsThem() {
        Case one = world.openCase(world.nordwind, 1, first, second);
        Case two = world.openCase(world.nordwind, 2, first);
        save(one, two);
        assertThat(escalated()).containsExactlyInAnyOrder(first.id(), second.id());
        save(Bend.with(one, "conversations", List.of(ConversationRef.of(first))));
        assertThat(escalated()).containsExactly(first.id());
        Case.Closing closing = new Case.Closing(Outcome.SOLVED, "", NOW, User.LOCAL);
        save(Bend.with(two, "closing", closing));
        assertThat(escalated()).containsExactly(first.id());
        save(Bend.with(one, "closing", closing, "conversations", List.of(ConversationRef.of(first))));
        assertThat(escalated()).isEmpty();
        save(one);
        assertThat(escalated()).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void savingAConversationLeavesItEscalated() {
        save(world.openCase(world.nordwind, 1, first));
        write(world.all, rows -> rows.saveConversations(List.of(Bend.with(first, "preview", "neu"))));
        assertThat(escalated()).containsExactly(first.id());
        write(
                world.all,
                rows -> rows.saveConversations(List.of(
                        Bend.with(first, "state", ConversationState.RESOLVED, "waitingSince", null),
                        Bend.with(second, "escalated", true))));
        assertThat(escalated()).isEmpty();
        read(world.all, rows -> {
            assertThat(rows.conversation(ConversationRef.of(first))
                            .orElseThrow()
                            .escalated())
                    .isTrue();
            assertThat(rows.conversation(ConversationRef.of(second))
                            .orElseThrow()
                            .escalated())
                    .isFalse();
        });
    }

    @Test
    void escalatedInquiriesAreAPartOfTheOpenOnes() {
        Message message = world.message(first, "<1@x>", "Lena", "?");
        Message other = world.message(second, "<2@x>", "Mark", "?");
        Inquiry inquiry = world.inquiry(first, message);
        write(world.all, rows -> {
            rows.saveMessages(List.of(message, other));
            rows.saveInquiries(List.of(inquiry, world.inquiry(second, other)));
            rows.saveCase(world.openCase(world.nordwind, 1, first));
        });
        InquirySelection whole =
                new InquirySelection(Set.of(), Set.of(), InquirySelection.Dated.BEGUN, EARLY, LATE, Set.of(), Set.of());
        read(world.all, rows -> {
            assertThat(rows.inquiryBalance(EARLY, LATE).open()).isEqualTo(2);
            assertThat(rows.inquiryBalance(EARLY, LATE).escalated()).isEqualTo(1);
            assertThat(rows.escalatedCount(whole)).isEqualTo(1);
        });
        read(world.onlyAlma, rows -> assertThat(rows.escalatedCount(whole)).isZero());
    }

    @Test
    void theTimelineComesBackInOrderAndNeverChanges() {
        Case open = world.openCase(world.nordwind, 1, first);
        List<CaseEntry> entries = List.of(
                world.entry(new What.Opened()),
                world.entry(new What.Linked(first.id())),
                world.entry(new What.Noted("Rückruf\nmorgen")),
                world.entry(new What.Decided("Tausch ohne Rücksendung")),
                world.entry(new What.Changed(Field.SEVERITY, "MEDIUM", "HIGH")),
                world.entry(new What.Changed(Field.CAUSE, "", "Naht")),
                world.entry(new What.Unlinked(first.id())),
                world.entry(new What.Closed(Outcome.NO_RESPONSE, "")),
                world.entry(new What.Reopened()));
        save(open);
        write(world.all, rows -> {
            rows.addCaseEntries(open.ref(), entries);
            rows.addCaseEntries(
                    open.ref(),
                    List.of(Bend.with(entries.get(2), "what", new What.Noted("anders"), "by", User.SYSTEM)));
        });
        reopen();
        read(world.all, rows -> assertThat(rows.caseEntries(open.ref())).isEqualTo(entries));
    }

    @Test
    void aCaseIsAChangeAndSoAreTheConversationsItEscalates() {
        long before = head();
        Case open = world.openCase(world.nordwind, 1, first);
        save(open);
        read(
                world.all,
                rows -> assertThat(rows.changes(before, 10))
                        .extracting(Change::kind, Change::id)
                        .containsExactlyInAnyOrder(
                                tuple(Change.Kind.CASE, open.id().value()),
                                tuple(Change.Kind.CONVERSATION, first.id().value())));
    }

    @Test
    void whoMayOnlyReadChangesNoCase() {
        Case open = world.openCase(world.nordwind, 1, first);
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(
                        () -> write(world.grants.reader(User.LOCAL, world.nordwind.id()), rows -> rows.saveCase(open)));
    }

    private void save(Case... cases) {
        write(world.all, rows -> List.of(cases).forEach(rows::saveCase));
    }

    private Case open(int number, Severity severity, @Nullable Instant due, @Nullable UserId owner) {
        Case open = world.openCase(world.nordwind, number);
        return Bend.with(open, "facts", Bend.with(open.facts(), "severity", severity, "due", due, "owner", owner));
    }

    private Case closed(int number, Instant at) {
        return Bend.with(
                world.openCase(world.nordwind, number),
                "closing",
                new Case.Closing(Outcome.SOLVED, "gut", at, User.LOCAL));
    }

    private List<Case> closedBetween(Instant from, Instant to) {
        return board(new CaseQuery(Set.of(), new CaseQuery.State.Closed(from, to), null, 9));
    }

    private List<Case> board(CaseQuery query) {
        return store.read(world.all, rows -> rows.cases(query));
    }

    /** What the queue holds, after its counter was held against it. */
    private List<ConversationId> escalated() {
        return store.read(world.all, rows -> {
            var index = rows.index(InboxQuery.of(Queue.ESCALATED), 10);
            BrandId brand = world.nordwind.id();
            assertThat(rows.queueCounts().get(brand)).containsEntry(Queue.ESCALATED, index.size());
            return index.range(0, index.size()).stream()
                    .map(ConversationRef::id)
                    .toList();
        });
    }
}
