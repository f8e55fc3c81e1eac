package org.kontor.desk.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.Replies;
import org.kontor.api.id.BrandId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Queue;
import org.kontor.desk.internal.Desk;
import org.kontor.desk.internal.ScriptedChannel;

class OutboxTest {
    private static final Instant T = Desk.NOON;

    private final Desk desk;

    OutboxTest(@TempDir Path folder) {
        desk = new Desk(folder);
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Sent accepted(String id) {
        return new Sent.Accepted(new ExternalId(id), T.plusSeconds(10), Optional.empty());
    }

    @Test
    void anAcceptedReplyEndsTheInquiryAsAnswered() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), accepted("at://key-1"));

        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.SENT);
        assertThat(desk.inquiries("q1").getFirst().end()).isInstanceOf(InquiryEnd.Answered.class);
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.ANSWERED);
        assertThat(desk.message("at://key-1").text()).isEqualTo("Yes, it is.");
        assertThat(desk.dispatch.next(desk.account)).isEmpty();
    }

    @Test
    void aNoteThatIsBeingWrittenOutlivesReplyAndTakingBack() {
        ConversationRef ref = ConversationRef.of(desk.conversation("q1"));
        DraftService drafts = new DraftService(desk.store());
        Draft typed = new Draft(
                ref.id(), desk.scope().user(), ReplyMode.PUBLIC, "Yes", List.of(), List.of(), List.of(), T, "ask Tom");
        drafts.keep(desk.scope(), ref, typed);
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        Draft left = drafts.draft(desk.scope(), ref).orElseThrow();
        assertThat(left.withoutReply()).isTrue();
        assertThat(left.note()).isEqualTo("ask Tom");

        desk.replies.takeBack(desk.scope(), entry.brand(), entry.id());
        Draft back = drafts.draft(desk.scope(), ref).orElseThrow();
        assertThat(back.text()).isEqualTo("Yes, it is.");
        assertThat(back.note()).isEqualTo("ask Tom");
    }

    @Test
    void theEchoMayBeFasterThanTheAnswerOfTheSend() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        Dispatch.Task.Send send = desk.takeSend();
        desk.receive(desk.channel.answers("at://key-1", "q1", "Yes, it is.", T.plusSeconds(9)));
        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.SENT);
        desk.dispatch.sent(desk.account, send, accepted("at://key-1"));

        assertThat(desk.conversation("q1").messageCount()).isEqualTo(2);
        assertThat(desk.inquiries("q1"))
                .singleElement()
                .satisfies(i -> assertThat(i.end()).isInstanceOf(InquiryEnd.Answered.class));
    }

    @Test
    void theEchoAfterTheSendJoinsItsReply() {
        desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), accepted("at://key-1"));
        desk.receive(desk.channel.answers("at://key-1", "q1", "Yes, it is.", T.plusSeconds(9)));

        assertThat(desk.conversation("q1").messageCount()).isEqualTo(2);
        assertThat(desk.message("at://key-1").source()).isNotNull();
    }

    @Test
    void whatWasBeingSentInACrashIsUndecidedAndReadBackBeforeAnotherTry() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.takeSend();
        desk.dispatch.recover(desk.account);
        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.UNDECIDED);
        assertThat(desk.queue(Queue.SEND_TROUBLE)).hasSize(1);

        Dispatch.Task.ReadBack readBack =
                (Dispatch.Task.ReadBack) desk.dispatch.next(desk.account).orElseThrow();
        desk.dispatch.found(desk.account, readBack, new Found.Absent());
        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.QUEUED);
        assertThat(desk.queue(Queue.SEND_TROUBLE)).isEmpty();

        Dispatch.Task.Send again = desk.takeSend();
        assertThat(again.attempt().key()).isEqualTo(entry.key());
        assertThat(again.attempt().number()).isEqualTo(2);
    }

    @Test
    void aNewStartLooksForTheUndecidedAtOnceUnlessThePlatformSaysWhen() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), new Sent.Unknown("cut"));
        for (int look = 0; look < 6; look++) {
            desk.pass(Duration.ofMinutes(15));
            found(new Found.Failed(Fault.of(FaultKind.TRANSIENT, "not reached")));
        }
        assertThat(desk.dispatch.next(desk.account)).isEmpty();
        desk.dispatch.recover(desk.account);
        found(new Found.Failed(Fault.rate("later", desk.house.now().plus(Duration.ofHours(1)))));
        assertThat(desk.outbox(entry).readBacks()).isEqualTo(1);

        desk.dispatch.recover(desk.account);
        assertThat(desk.dispatch.next(desk.account)).isEmpty();
        desk.pass(Duration.ofHours(1));
        found(new Found.CannotTell("no trace"));
        desk.dispatch.recover(desk.account);
        assertThat(desk.dispatch.next(desk.account)).as("the agent decides").isEmpty();
    }

    private void found(Found outcome) {
        Dispatch.Task.ReadBack readBack =
                (Dispatch.Task.ReadBack) desk.dispatch.next(desk.account).orElseThrow();
        desk.dispatch.found(desk.account, readBack, outcome);
    }

    @Test
    void aReadBackThatFindsItSendsNothing() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), new Sent.Unknown("cut"));
        desk.pass(Duration.ofSeconds(5));
        Dispatch.Task.ReadBack readBack =
                (Dispatch.Task.ReadBack) desk.dispatch.next(desk.account).orElseThrow();
        desk.dispatch.found(
                desk.account,
                readBack,
                new Found.Present(new ExternalId("at://key-1"), T.plusSeconds(10), Optional.empty()));

        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.SENT);
        assertThat(desk.dispatch.nextDue(desk.account)).isEmpty();
    }

    @Test
    void whatCannotBeReadBackWaitsForAPerson() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), new Sent.Unknown("cut"));
        desk.pass(Duration.ofSeconds(5));
        Dispatch.Task.ReadBack readBack =
                (Dispatch.Task.ReadBack) desk.dispatch.next(desk.account).orElseThrow();
        desk.dispatch.found(desk.account, readBack, new Found.CannotTell("no trace in Sent"));
        desk.pass(Duration.ofDays(3));
        assertThat(desk.dispatch.next(desk.account)).isEmpty();

        assertThat(desk.replies.sendAgain(desk.scope(), desk.brand.id(), entry.id()))
                .isTrue();
        Dispatch.Task.Send again =
                (Dispatch.Task.Send) desk.dispatch.next(desk.account).orElseThrow();
        assertThat(again.attempt().key()).isEqualTo(entry.key());
    }

    @Test
    void aPersonsWordThatItArrivedEndsTheInquiry() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), new Sent.Unknown("cut"));

        assertThat(desk.replies.confirmSent(desk.scope(), desk.brand.id(), entry.id()))
                .isTrue();
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.ANSWERED);
        assertThat(desk.replies.confirmSent(desk.scope(), desk.brand.id(), entry.id()))
                .isFalse();
    }

    @Test
    void aRateLimitWaitsAsLongAsThePlatformSays() {
        desk.queued("q1", "Yes, it is.");
        Dispatch.Task.Send send = desk.takeSend();
        Instant retryAt = T.plus(Duration.ofMinutes(4));
        desk.dispatch.sent(desk.account, send, new Sent.Refused(Fault.rate("429", retryAt)));

        assertThat(desk.dispatch.next(desk.account)).isEmpty();
        assertThat(desk.dispatch.nextDue(desk.account)).contains(retryAt);
    }

    @Test
    void aFaultThatDoesNotPassFailsWithItsReasonAndCanBeTriedAgain() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(
                desk.account, desk.takeSend(), new Sent.Refused(Fault.of(FaultKind.PERMANENT, "parent deleted")));
        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.FAILED);
        assertThat(desk.queue(Queue.SEND_TROUBLE)).hasSize(1);
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);

        assertThat(desk.replies.retry(desk.scope(), desk.brand.id(), entry.id()))
                .isTrue();
        desk.dispatch.sent(desk.account, desk.takeSend(), accepted("at://key-1"));
        assertThat(desk.queue(Queue.SEND_TROUBLE)).isEmpty();
    }

    @Test
    void aDayOfPassingFaultsIsAFailure() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        Dispatch.Task.Send send = desk.takeSend();
        desk.pass(Duration.ofHours(25));
        desk.dispatch.sent(desk.account, send, new Sent.Refused(Fault.of(FaultKind.TRANSIENT, "unreachable")));

        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.FAILED);
    }

    @Test
    void aReplyTakenBackIsADraftAgain() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        assertThat(desk.replies.takeBack(desk.scope(), desk.brand.id(), entry.id()))
                .isTrue();
        desk.pass(Duration.ofMinutes(1));

        assertThat(desk.dispatch.next(desk.account)).isEmpty();
        ConversationRef ref = ConversationRef.of(desk.conversation("q1"));
        Optional<Draft> draft = desk.store().read(desk.scope(), rows -> rows.draft(ref));
        assertThat(draft).hasValueSatisfying(d -> assertThat(d.text()).isEqualTo("Yes, it is."));
        assertThat(desk.conversation("q1").preview()).isEqualTo("Is it waterproof?");
    }

    @Test
    void whatIsBeingSentCannotBeTakenBack() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.takeSend();
        assertThat(desk.replies.takeBack(desk.scope(), desk.brand.id(), entry.id()))
                .isFalse();
    }

    @Test
    void whatTheCustomerWroteMeanwhileBeginsTheNextInquiry() {
        desk.queued("q1", "Yes, it is.");
        desk.pass(Duration.ofSeconds(1));
        desk.receive(desk.channel.asks("q2", "q1", "And in green?", T.plusSeconds(1)));
        desk.dispatch.sent(desk.account, desk.takeSend(), accepted("at://key-1"));

        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(desk.inquiries("q1")).hasSize(2);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void aBounceFailsTheReplyAndOpensItsInquiryAgain() {
        OutboxEntry entry = desk.queued("q1", "Yes, it is.");
        desk.dispatch.sent(desk.account, desk.takeSend(), accepted("at://key-1"));
        desk.receive(desk.channel.event(
                "bounce",
                Origin.RECEIVED,
                new Normalised.NotDelivered(
                        new ExternalId("bounce"),
                        new ExternalId("at://key-1"),
                        ThreadRef.NONE,
                        true,
                        "550 no such user",
                        T.plusSeconds(60))));

        assertThat(desk.outbox(entry).state()).isEqualTo(OutboxState.FAILED);
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(desk.conversation("q1").sendTrouble()).isTrue();
        assertThat(desk.message("bounce").kind()).isEqualTo(MessageKind.BOUNCE);
        assertThat(desk.message("bounce").conversation())
                .isEqualTo(desk.message("q1").conversation());
    }

    @Test
    void repliesThatTheChannelWouldNotTakeAreRefusedBeforeTheOutbox() {
        assertThat(reason(desk.reply("q1", "  "))).isEqualTo(Replies.Reason.EMPTY);
        assertThat(reason(desk.reply("q1", "ä".repeat(301)))).isEqualTo(Replies.Reason.TOO_LONG);
        assertThat(desk.reply("q1", "👨‍👩‍👧".repeat(300))).isInstanceOf(Replies.Outcome.Queued.class);
    }

    @Test
    void aReplyWrittenForAnotherBrandIsStopped() {
        Replies.Outcome outcome = desk.replies.reply(
                desk.scope(),
                new Replies.ReplyRequest(
                        ConversationRef.of(desk.conversation("q1")),
                        new BrandId(4711),
                        null,
                        ReplyMode.PUBLIC,
                        "Hello",
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(reason(outcome)).isEqualTo(Replies.Reason.WRONG_BRAND);
    }

    @Test
    void aReplyToNothingIsRefused() {
        desk.receive(desk.channel.event(
                "own", Origin.RECEIVED, ScriptedChannel.item("own", null, Direction.OUTBOUND, "Our post", T)));
        assertThat(reason(desk.reply("own", "Hello"))).isEqualTo(Replies.Reason.NOTHING_TO_ANSWER);
    }

    private static Replies.Reason reason(Replies.Outcome outcome) {
        return ((Replies.Outcome.Refused) outcome).reason();
    }
}
