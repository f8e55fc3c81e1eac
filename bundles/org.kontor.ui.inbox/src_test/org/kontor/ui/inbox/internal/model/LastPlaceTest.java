package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.inbox.internal.fake.FakeConnector;
import org.kontor.ui.inbox.internal.fake.FakeStates;
import org.kontor.ui.inbox.internal.fake.World;

class LastPlaceTest {
    private final Desk desk = new Desk();
    private final World world = desk.world;
    private final FakeStates states = new FakeStates();

    private InboxModel again() {
        Models models = new Models(desk.services, desk.threads, desk.threads, Locale.GERMAN, List::of);
        new LastPlace(states, models.inbox()).restore();
        models.start();
        desk.threads.settle();
        return models.inbox();
    }

    private ConversationRef done(Duration ago) {
        return world.talk(
                        world.nordwind,
                        FakeConnector.mail(),
                        world.person(world.nordwind, FakeConnector.mail(), "Lena", ago.toHours() + "@example.org"))
                .says(ago, "Danke")
                .state(ConversationState.RESOLVED)
                .save();
    }

    @Test
    void theInboxOpensWhereItWasLeft() {
        List<ConversationRef> refs = world.crowd(20);
        InboxModel before = again();
        before.show(Queue.UNASSIGNED);
        before.order(Queue.UNASSIGNED, Order.NEWEST_FIRST);
        desk.threads.settle();
        before.open(refs.get(7));
        InboxModel after = again();
        assertThat(after.queue()).isEqualTo(Queue.UNASSIGNED);
        assertThat(after.order()).isEqualTo(Order.NEWEST_FIRST);
        assertThat(after.lead()).isEqualTo(refs.get(7));
        assertThat(after.selected()).containsExactly(refs.get(7));
    }

    @Test
    void aConversationThatLeftTheQueueMakesRoomForTheFirst() {
        List<ConversationRef> refs = world.crowd(3);
        InboxModel before = again();
        before.open(refs.get(2));
        desk.services.actions().resolve(desk.services.scope(), List.of(refs.get(2)));
        assertThat(again().lead()).isEqualTo(refs.get(0));
    }

    @Test
    void whatIsNoPlaceIsPassedOver() {
        world.crowd(1);
        states.put(LastPlace.QUEUE, "NEXT_YEAR");
        states.put(LastPlace.ORDERS, List.of("MINE", "SIDEWAYS MINE", "MINE SIDEWAYS"));
        states.put(LastPlace.CONVERSATION, "one two");
        InboxModel inbox = again();
        assertThat(inbox.queue()).isEqualTo(Queue.UNANSWERED);
        assertThat(inbox.size()).isEqualTo(1);
    }

    @Test
    void theRangeNarrowsFinishedWorkUntilAllOfItIsAskedFor() {
        world.crowd(2);
        done(Duration.ofDays(2));
        done(Duration.ofDays(60));
        InboxModel inbox = again();
        inbox.range(TimeRange.USUAL);
        desk.threads.settle();
        assertThat(inbox.narrow()).isNull();
        assertThat(inbox.size()).isEqualTo(2);
        inbox.show(Queue.RESOLVED);
        desk.threads.settle();
        assertThat(inbox.narrow()).isEqualTo(TimeRange.USUAL);
        assertThat(inbox.size()).isEqualTo(1);
        inbox.wholeTime(true);
        desk.threads.settle();
        assertThat(inbox.size()).isEqualTo(2);
        inbox.show(Queue.ALL);
        desk.threads.settle();
        assertThat(inbox.wholeTime()).isFalse();
        assertThat(inbox.size()).isEqualTo(3);
        inbox.range(new TimeRange(TimeRange.Preset.LAST_90_DAYS));
        desk.threads.settle();
        assertThat(inbox.size()).isEqualTo(4);
    }

    @Test
    void aSearchLooksForFinishedWorkInTheRange() {
        done(Duration.ofDays(2));
        done(Duration.ofDays(60));
        InboxModel inbox = again();
        inbox.range(TimeRange.USUAL);
        inbox.search("Danke");
        desk.threads.settle();
        assertThat(inbox.size()).isEqualTo(1);
        inbox.wholeTime(true);
        desk.threads.settle();
        assertThat(inbox.size()).isEqualTo(2);
    }
}
