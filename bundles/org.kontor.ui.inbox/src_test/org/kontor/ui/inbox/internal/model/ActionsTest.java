package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Queue;
import org.kontor.api.store.StoreException;
import org.kontor.ui.inbox.internal.fake.Copy;

class ActionsTest {
    private final Desk desk = new Desk();
    private final List<ConversationRef> refs = desk.world.crowd(9);

    private ConversationState state(int at) {
        return desk.house.conversations.get(refs.get(at)).state();
    }

    @Test
    void assignedToMeItStaysInTheListAndIsCountedAsMine() {
        desk.start();
        desk.actions.assignToMe(List.of(refs.get(0)));
        desk.advance(1_000);
        assertThat(desk.inbox.lead()).isEqualTo(refs.get(0));
        assertThat(desk.counts.count(Queue.MINE)).isEqualTo(1);
        assertThat(desk.actions.said())
                .isEqualTo(new Said.Did(new Done.Assigned(desk.house.users.get(User.LOCAL), true), 1, true));
    }

    @Test
    void undoTakesActionsBackInTheirOrder() {
        desk.start();
        desk.actions.resolve(Set.of(refs.get(0)));
        desk.threads.settle();
        desk.actions.ignore(Set.of(refs.get(1)), IgnoreReason.SPAM);
        desk.threads.settle();
        desk.actions.undo();
        desk.threads.settle();
        assertThat(state(1)).isEqualTo(ConversationState.OPEN);
        assertThat(state(0)).isEqualTo(ConversationState.RESOLVED);
        desk.actions.undo();
        desk.threads.settle();
        assertThat(state(0)).isEqualTo(ConversationState.OPEN);
        assertThat(desk.actions.canUndo()).isFalse();
    }

    @Test
    void whatSomeoneElseChangedSinceIsLeftAloneAndThatIsSaid() {
        desk.start();
        desk.actions.resolve(List.of(refs.get(0), refs.get(1)));
        desk.threads.settle();
        desk.house.save(Copy.of(desk.house.conversations.get(refs.get(0)))
                .state(ConversationState.IGNORED)
                .build());
        desk.actions.undo();
        desk.threads.settle();
        assertThat(desk.actions.said()).isEqualTo(new Said.Undid(1, 2));
    }

    @Test
    void aFailedActionIsSaidAndTheRowIsOpenAgain() {
        desk.start();
        desk.house.breakDown(new StoreException(StoreException.Kind.READ_ONLY, "read only", null));
        desk.actions.resolve(List.of(refs.get(0)));
        assertThat(desk.inbox.lead()).isEqualTo(refs.get(1));
        desk.threads.settle();
        assertThat(desk.inbox.lead()).isEqualTo(refs.get(0));
        assertThat(desk.actions.said()).isInstanceOf(Said.Failed.class);
        assertThat(desk.actions.canUndo()).isFalse();
    }

    @Test
    void keysPressedFastNeverHitTheSameRowTwice() {
        desk.start();
        for (int i = 0; i < 3; i++) {
            desk.actions.resolve(desk.inbox.selected());
        }
        desk.advance(1_000);
        assertThat(List.of(state(0), state(1), state(2))).containsOnly(ConversationState.RESOLVED);
        assertThat(state(3)).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void theBarGoesByItself() {
        desk.start();
        desk.actions.resolve(List.of(refs.get(0)));
        desk.threads.settle();
        assertThat(desk.actions.said()).isNotNull();
        desk.threads.advance(Actions.STANDS);
        assertThat(desk.actions.said()).isNull();
        assertThat(desk.actions.canUndo()).isTrue();
    }

    @Test
    void aSnoozedConversationIsCountedAmongTheSnoozed() {
        desk.start();
        desk.actions.snooze(List.of(refs.get(0)), desk.threads.instant().plus(Duration.ofHours(1)));
        desk.advance(1_000);
        assertThat(desk.counts.count(Queue.SNOOZED)).isEqualTo(1);
        assertThat(desk.counts.count(Queue.UNANSWERED)).isEqualTo(8);
        assertThat(desk.counts.count(Queue.ALL)).isNull();
    }

    @Test
    void countsFollowTheChosenBrands() {
        desk.start();
        desk.counts.brands(Set.of(desk.world.alma.id()));
        assertThat(desk.counts.count(Queue.UNANSWERED)).isEqualTo(3);
    }
}
