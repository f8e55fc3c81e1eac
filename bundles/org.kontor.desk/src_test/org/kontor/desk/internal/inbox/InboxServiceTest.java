package org.kontor.desk.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.desk.InboxActions.Undo;
import org.kontor.api.desk.Reading;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Queue;
import org.kontor.desk.internal.Desk;

class InboxServiceTest {
    private static final Instant T = Desk.NOON;

    private final Desk desk;
    private final List<ConversationRef> ref;

    InboxServiceTest(@TempDir Path folder) {
        desk = new Desk(folder);
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        ref = List.of(ConversationRef.of(desk.conversation("q1")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void assigningMovesItToMineAndUndoTakesItBack() {
        Undo undo = desk.inbox.assign(desk.scope(), ref, User.LOCAL);
        assertThat(desk.queue(Queue.MINE)).hasSize(1);
        assertThat(desk.inbox.undo(desk.scope(), undo)).isEqualTo(1);
        assertThat(desk.queue(Queue.MINE)).isEmpty();
        assertThat(desk.queue(Queue.UNASSIGNED)).hasSize(1);
    }

    @Test
    void aSnoozedConversationComesBackAtItsTime() {
        desk.inbox.snooze(desk.scope(), ref, T.plus(Duration.ofHours(1)));
        assertThat(desk.queue(Queue.UNANSWERED)).isEmpty();
        assertThat(desk.inbox.wake(desk.scope(), T.plus(Duration.ofMinutes(59))))
                .isZero();
        assertThat(desk.inbox.wake(desk.scope(), T.plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void anotherMessageWakesASnoozedConversation() {
        desk.inbox.snooze(desk.scope(), ref, T.plus(Duration.ofHours(1)));
        desk.receive(desk.channel.asks("q2", "q1", "Hello?", T.plusSeconds(60)));
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void ignoringEndsTheInquiryWithItsReasonAndUndoOpensIt() {
        Undo undo = desk.inbox.ignore(desk.scope(), ref, IgnoreReason.SPAM);
        assertThat(desk.inquiries("q1").getFirst().end())
                .isInstanceOfSatisfying(
                        InquiryEnd.Ignored.class,
                        end -> assertThat(end.reason()).isEqualTo(IgnoreReason.SPAM));
        desk.inbox.undo(desk.scope(), undo);
        assertThat(desk.inquiries("q1").getFirst().end()).isNull();
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void undoLeavesAloneWhatHasChangedSince() {
        Undo undo = desk.inbox.assign(desk.scope(), ref, User.LOCAL);
        desk.receive(desk.channel.asks("q2", "q1", "Hello?", T.plusSeconds(60)));
        assertThat(desk.inbox.undo(desk.scope(), undo)).isZero();
        assertThat(desk.conversation("q1").messageCount()).isEqualTo(2);
    }

    @Test
    void aResolvedConversationCanBeOpenedAgainAndGoesOnWithItsInquiry() {
        desk.inbox.resolve(desk.scope(), ref);
        assertThat(desk.queue(Queue.RESOLVED)).hasSize(1);
        desk.inbox.reopen(desk.scope(), ref);
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(desk.inquiries("q1")).hasSize(1);
    }

    @Test
    void nothingOutsideTheScopeIsTouched() {
        assertThatThrownBy(() -> desk.inbox.resolve(desk.scope().only(Set.of()), ref))
                .isInstanceOf(ScopeException.class);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void howFarAnAgentLookedIsKept() {
        ReadingService reading = new ReadingService(desk.store());
        reading.looked(desk.scope(), Map.of(ref.getFirst(), T));
        Map<ConversationRef, Instant> kept = desk.store().read(desk.scope(), rows -> rows.readMarks(ref));
        assertThat(kept).isEqualTo(Map.of(ref.getFirst(), T));
    }

    @Test
    void whatIsTooLargeOrGoneIsNotKept() {
        ReadingService reading = new ReadingService(desk.store());
        Attachment gone = new Attachment(new AttachmentId(1), "1", "a.png", "image/png", null, null, null);
        assertThat(reading.keep(desk.scope(), desk.brand.id(), gone, new byte[1]))
                .isFalse();
        assertThat(reading.keep(desk.scope(), desk.brand.id(), gone, new byte[Reading.MOST_KEPT + 1]))
                .isFalse();
    }
}
