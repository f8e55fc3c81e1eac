package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;
import org.kontor.ui.inbox.internal.fake.Copy;
import org.kontor.ui.inbox.internal.fake.FakeConnector;

class InboxModelTest {
    private final Desk desk = new Desk();
    private final InboxModel inbox = desk.inbox;

    private void change(ConversationRef ref, java.util.function.UnaryOperator<Copy> how) {
        Conversation now = desk.house.conversations.get(ref);
        desk.house.save(how.apply(Copy.of(now)).build());
    }

    private ConversationRef newcomer(Duration due) {
        Profile person = desk.world.person(desk.world.alma, FakeConnector.mail(), "Neu", "neu@example.org");
        return desk.world
                .talk(desk.world.alma, FakeConnector.mail(), person)
                .says(Duration.ZERO, "Neue Frage")
                .due(due)
                .save();
    }

    @Test
    void theMostUrgentUnansweredComesFirstAndIsSelected() {
        List<ConversationRef> refs = desk.world.crowd(5);
        desk.start();
        assertThat(desk.names()).containsExactly("Kunde 0", "Kunde 1", "Kunde 2", "Kunde 3", "Kunde 4");
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
        assertThat(inbox.leadRow()).isZero();
    }

    @Test
    void aLargeListIsHeldAsKeysAndOnlyWhatIsSeenIsFetched() {
        desk.world.crowd(25_000);
        desk.start();
        assertThat(inbox.total()).isEqualTo(25_000);
        assertThat(inbox.size()).isEqualTo(10_000);
        inbox.visible(5_000, 5_010);
        desk.threads.settle();
        assertThat(inbox.row(5_005)).isNotNull();
        assertThat(inbox.row(7_000)).isNull();
    }

    @Test
    void theWindowMovesBeforeItsEndIsSeen() {
        desk.world.crowd(25_000);
        desk.start();
        inbox.visible(9_700, 9_710);
        assertThat(inbox.start()).isEqualTo(5_000);
        assertThat(inbox.ref(4_700))
                .isEqualTo(desk.house.conversations.keySet().stream()
                        .skip(9_700)
                        .findFirst()
                        .orElseThrow());
        assertThat(desk.events.getLast()).isEqualTo(new ListEvent.Reset(4_700));
        inbox.visible(100, 110);
        assertThat(inbox.start()).isZero();
    }

    @Test
    void fastScrollingFetchesOnlyWhereItStops() {
        desk.world.crowd(5_000);
        desk.start();
        int before = desk.house.reads();
        for (int top = 0; top < 4_000; top += 100) {
            inbox.visible(top, top + 10);
        }
        desk.threads.settle();
        assertThat(desk.house.reads() - before).isEqualTo(2);
        assertThat(inbox.row(3_905)).isNotNull();
    }

    @Test
    void stepsGoDownAndUpAndStayAtTheEnds() {
        List<ConversationRef> refs = desk.world.crowd(3);
        desk.start();
        inbox.step(1);
        inbox.step(1);
        inbox.step(1);
        assertThat(inbox.lead()).isEqualTo(refs.get(2));
        inbox.step(-1);
        assertThat(inbox.lead()).isEqualTo(refs.get(1));
        inbox.step(-1);
        inbox.step(-1);
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
    }

    @Test
    void theEndsAreThoseOfTheWholeListNotOfItsWindow() {
        List<ConversationRef> refs = desk.world.crowd(25_000);
        desk.start();
        inbox.toEnd(true);
        assertThat(inbox.lead()).isEqualTo(refs.getLast());
        assertThat(inbox.start() + inbox.leadRow()).isEqualTo(24_999);
        assertThat(desk.events).contains(new ListEvent.Reset(inbox.leadRow() - 3));
        inbox.toEnd(false);
        assertThat(inbox.lead()).isEqualTo(refs.getFirst());
        assertThat(inbox.start()).isZero();
        assertThat(inbox.leadRow()).isZero();
    }

    @Test
    void atTheTopNewRowsAppearByThemselves() {
        desk.world.crowd(3);
        desk.start();
        ConversationRef fresh = newcomer(Duration.ofSeconds(10));
        desk.advance(1_000);
        assertThat(inbox.ref(0)).isEqualTo(fresh);
        assertThat(inbox.held()).isFalse();
    }

    @Test
    void inTheMiddleNothingMovesAndTheBarCountsWhatIsNew() {
        List<ConversationRef> refs = desk.world.crowd(100);
        desk.start();
        inbox.visible(20, 28);
        newcomer(Duration.ofSeconds(10));
        newcomer(Duration.ofSeconds(20));
        newcomer(Duration.ofSeconds(30));
        desk.events.clear();
        desk.advance(1_000);
        assertThat(inbox.ref(20)).isEqualTo(refs.get(20));
        assertThat(inbox.fresh()).isEqualTo(3);
        assertThat(desk.events).noneMatch(ListEvent.Reset.class::isInstance);
        inbox.showFresh();
        assertThat(inbox.ref(3)).isEqualTo(refs.get(0));
        assertThat(inbox.fresh()).isZero();
        assertThat(desk.events).contains(new ListEvent.Reset(0));
    }

    @Test
    void whatComesBelowTheEyesIsTakenInSilently() {
        desk.world.crowd(100);
        desk.start();
        inbox.visible(20, 28);
        newcomer(Duration.ofDays(3));
        desk.advance(1_000);
        assertThat(inbox.total()).isEqualTo(101);
        assertThat(inbox.held()).isFalse();
    }

    @Test
    void aSelectedRowInTheMiddleHoldsTheListToo() {
        List<ConversationRef> refs = desk.world.crowd(10);
        desk.start();
        inbox.visible(0, 8);
        inbox.step(1);
        inbox.step(1);
        newcomer(Duration.ofSeconds(10));
        desk.advance(1_000);
        assertThat(inbox.ref(2)).isEqualTo(refs.get(2));
        assertThat(inbox.fresh()).isOne();
    }

    @Test
    void scrollingBackToTheTopShowsWhatIsNew() {
        desk.world.crowd(100);
        desk.start();
        inbox.visible(20, 28);
        ConversationRef fresh = newcomer(Duration.ofSeconds(10));
        desk.advance(1_000);
        inbox.visible(0, 8);
        assertThat(inbox.ref(0)).isEqualTo(fresh);
    }

    @Test
    void aChangedRowIsReadAgainAndPaintedWithoutMoving() {
        List<ConversationRef> refs = desk.world.crowd(100);
        desk.start();
        inbox.visible(20, 28);
        desk.threads.settle();
        desk.events.clear();
        change(refs.get(22), copy -> copy.assignee(User.LOCAL));
        desk.advance(1_000);
        assertThat(desk.events).contains(new ListEvent.Rows(Set.of(22)));
        InboxRow row = inbox.row(22);
        assertThat(row).isNotNull();
        assertThat(row.assignee()).isEqualTo(desk.house.users.get(User.LOCAL));
    }

    @Test
    void whatOthersResolveStaysInPlaceWhileSomeoneIsInTheMiddle() {
        List<ConversationRef> refs = desk.world.crowd(100);
        desk.start();
        inbox.visible(20, 28);
        change(refs.get(21), copy -> copy.state(ConversationState.RESOLVED));
        desk.advance(1_000);
        assertThat(inbox.ref(21)).isEqualTo(refs.get(21));
        assertThat(inbox.held()).isTrue();
        assertThat(inbox.fresh()).isZero();
    }

    @Test
    void whatTheUserResolvesLeavesAndTheNextRowTakesOver() {
        List<ConversationRef> refs = desk.world.crowd(100);
        desk.start();
        inbox.visible(0, 8);
        inbox.step(1);
        desk.actions.resolve(inbox.selected());
        assertThat(inbox.lead()).isEqualTo(refs.get(2));
        desk.advance(500);
        assertThat(inbox.ref(1)).isEqualTo(refs.get(2));
        assertThat(inbox.total()).isEqualTo(99);
    }

    @Test
    void theLastRowGivesTheLeadToTheOneBefore() {
        List<ConversationRef> refs = desk.world.crowd(2);
        desk.start();
        inbox.step(1);
        desk.actions.resolve(inbox.selected());
        desk.advance(500);
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
        desk.actions.resolve(inbox.selected());
        desk.advance(500);
        assertThat(inbox.lead()).isNull();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void undoBringsTheRowBackAndSelectsIt() {
        List<ConversationRef> refs = desk.world.crowd(10);
        desk.start();
        inbox.visible(0, 8);
        desk.actions.resolve(inbox.selected());
        desk.advance(500);
        desk.actions.undo();
        desk.advance(500);
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
        assertThat(inbox.total()).isEqualTo(10);
        assertThat(inbox.leadRow()).isZero();
    }

    @Test
    void anotherQueueKeepsItsOwnOrder() {
        desk.world.crowd(3);
        desk.start();
        inbox.order(Queue.UNANSWERED, Order.NEWEST_FIRST);
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 2", "Kunde 1", "Kunde 0");
        inbox.show(Queue.UNASSIGNED);
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 0", "Kunde 1", "Kunde 2");
        inbox.show(Queue.UNANSWERED);
        desk.threads.settle();
        assertThat(inbox.order()).isEqualTo(Order.NEWEST_FIRST);
    }

    @Test
    void anotherQueueClosesWhatItDoesNotHold() {
        desk.world.crowd(3);
        desk.start();
        inbox.show(Queue.SNOOZED);
        desk.threads.settle();
        assertThat(inbox.lead()).isNull();
        assertThat(desk.conversation.state()).isEqualTo(new ConversationModel.State.Nothing());
    }

    @Test
    void theOldRowsStandUntilTheNewOnesAreThere() {
        desk.world.crowd(3);
        desk.start();
        inbox.show(Queue.SNOOZED);
        assertThat(inbox.querying()).isTrue();
        assertThat(inbox.size()).isEqualTo(3);
        desk.threads.settle();
        assertThat(inbox.querying()).isFalse();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void brandsAndChannelsNarrowTheList() {
        desk.world.crowd(18);
        desk.start();
        inbox.brands(Set.of(desk.world.alma.id()));
        desk.threads.settle();
        assertThat(inbox.total()).isEqualTo(6);
        inbox.channels(Set.of(FakeConnector.BLUESKY));
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 4", "Kunde 13");
    }

    @Test
    void aSearchLooksEverywhereAndKeepsWhatIsOpen() {
        List<ConversationRef> refs = desk.world.crowd(30);
        change(refs.get(7), copy -> copy.state(ConversationState.RESOLVED));
        desk.start();
        inbox.search("kunde 7");
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 27", "Kunde 17", "Kunde 7");
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
        assertThat(inbox.leadRow()).isEqualTo(-1);
        inbox.everywhere(false);
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 27", "Kunde 17");
        inbox.search("");
        desk.threads.settle();
        assertThat(inbox.total()).isEqualTo(29);
    }

    @Test
    void onlyTheNewestSearchCounts() {
        desk.world.crowd(30);
        desk.start();
        inbox.search("kunde 1");
        inbox.search("kunde 29");
        desk.threads.settle();
        assertThat(desk.names()).containsExactly("Kunde 29");
    }

    @Test
    void aBrokenStoreKeepsTheOldRowsAndSaysWhy() {
        desk.world.crowd(3);
        desk.start();
        desk.house.breakDown(new StoreException(StoreException.Kind.DISK_FULL, "disk full", null));
        desk.advance(1_000);
        assertThat(inbox.trouble()).isEqualTo(new Trouble(StoreException.Kind.DISK_FULL, "disk full"));
        assertThat(inbox.size()).isEqualTo(3);
        desk.house.breakDown(null);
        desk.advance(2_000);
        assertThat(inbox.trouble()).isNull();
    }

    @Test
    void aConversationIsUnreadUntilItWasLookedAtAndAgainWhenSomethingComes() {
        List<ConversationRef> refs = desk.world.crowd(3);
        desk.start();
        assertThat(inbox.row(0)).isNotNull().matches(row -> !row.unread());
        assertThat(inbox.row(1)).isNotNull().matches(InboxRow::unread);
        inbox.step(1);
        desk.threads.settle();
        assertThat(inbox.row(1)).isNotNull().matches(row -> !row.unread());
        change(refs.get(0), copy -> copy.lastActivity(desk.threads.instant()));
        desk.advance(1_000);
        assertThat(inbox.row(0)).isNotNull().matches(InboxRow::unread);
    }

    @Test
    void theListIsNotReadMoreThanOnceASecondHoweverMuchHappens() {
        List<ConversationRef> refs = desk.world.crowd(50);
        desk.start();
        inbox.visible(0, 8);
        desk.advance(3_000);
        int before = desk.house.reads();
        for (int i = 0; i < 2_000; i++) {
            change(refs.get(i % 50), copy -> copy.lastActivity(desk.threads.instant()));
            desk.house.hint();
            if (i % 20 == 0) {
                desk.advance(100);
            }
        }
        desk.advance(1_000);
        // In 11 seconds: feed, counts and changed rows up to 2.5 times a second, the open one with them, the list once.
        assertThat(desk.house.reads() - before).isLessThan(11 * 13);
    }

    @Test
    void severalRowsCanBeChosenForOneAction() {
        List<ConversationRef> refs = desk.world.crowd(10);
        desk.start();
        inbox.visible(0, 8);
        inbox.select(List.of(1, 2, 3), 3);
        desk.actions.resolve(inbox.selected());
        desk.advance(500);
        assertThat(inbox.lead()).isEqualTo(refs.get(4));
        assertThat(inbox.total()).isEqualTo(7);
        assertThat(desk.actions.said()).isEqualTo(new Said.Did(new Done.Resolved(), 3, true));
    }

    @Test
    void aRowThatLeftGivesItsPlaceToTheNextStep() {
        List<ConversationRef> refs = desk.world.crowd(10);
        desk.start();
        change(refs.get(0), copy -> copy.state(ConversationState.ANSWERED));
        desk.advance(1_000);
        assertThat(inbox.lead()).isEqualTo(refs.get(0));
        assertThat(inbox.leadRow()).isEqualTo(-1);
        inbox.step(1);
        assertThat(inbox.lead()).isEqualTo(refs.get(1));
    }

    @Test
    void whatWasLookedAtIsReadAfterTheNextStartToo() {
        desk.world.crowd(3);
        desk.start();
        desk.advance(1_000);
        desk.models.end();
        desk.threads.settle();
        Models next = new Models(desk.services, desk.threads, desk.threads, java.util.Locale.GERMAN, List::of);
        next.inbox().open(inbox.ref(2));
        next.start();
        desk.threads.settle();
        assertThat(next.inbox().row(0)).isNotNull().matches(row -> !row.unread());
        assertThat(next.inbox().row(1)).isNotNull().matches(InboxRow::unread);
    }
}
