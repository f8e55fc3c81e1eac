package org.kontor.desk.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Sent;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.desk.InboxActions.Undo;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.store.ConversationRef;
import org.kontor.desk.internal.Desk;

/** Wherever an inquiry begins its clock starts, and wherever it ends the clock stops. */
class ClockTest {
    private static final Instant T = Desk.NOON;

    private final Desk desk;

    ClockTest(@TempDir Path folder) {
        desk = new Desk(folder);
        desk.house.addClock(new AfterBegin());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Due after the policy's time from the beginning; urgent at half of it. */
    private static final class AfterBegin implements ClockHook {
        @Override
        public List<@Nullable Deadline> deadlines(Brand brand, @Nullable Policy policy, List<Inquiry> inquiries) {
            List<@Nullable Deadline> deadlines = new ArrayList<>();
            for (Inquiry i : inquiries) {
                deadlines.add(
                        policy == null
                                ? null
                                : new Deadline(
                                        i.began().plus(policy.firstResponse().dividedBy(2)),
                                        i.began().plus(policy.firstResponse())));
            }
            return deadlines;
        }
    }

    private void promise(Duration first) {
        Policy policy = new Policy(
                desk.brand.id(),
                OfficeHours.always(desk.brand.zone()),
                first,
                Policy.Start.PUBLISHED,
                Policy.WARN_PERCENT);
        desk.store().write(desk.scope(), rows -> {
            rows.savePolicy(policy);
            return 0;
        });
    }

    private void assertDue(String id, Instant began, Duration first) {
        Conversation conversation = desk.conversation(id);
        assertThat(conversation.due()).isEqualTo(began.plus(first));
        assertThat(conversation.warn()).isEqualTo(began.plus(first.dividedBy(2)));
    }

    private void assertNoClock(String id) {
        assertThat(desk.conversation(id).due()).isNull();
        assertThat(desk.conversation(id).warn()).isNull();
    }

    @Test
    void withoutAPolicyNoClockRuns() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        assertNoClock("q1");
    }

    @Test
    void theClockStartsWithTheInquiryAndGoesOnWhileItTakesUpMore() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        assertDue("q1", T, Duration.ofHours(1));
        desk.receive(desk.channel.asks("q2", "q1", "Hello?", T.plusSeconds(60)));
        assertDue("q1", T, Duration.ofHours(1));
    }

    @Test
    void thePolicyOfTheMomentHolds() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        promise(Duration.ofHours(2));
        desk.receive(desk.channel.asks("q2", null, "Is it black?", T));
        assertDue("q1", T, Duration.ofHours(1));
        assertDue("q2", T, Duration.ofHours(2));
    }

    @Test
    void anAnswerStopsTheClock() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.receive(desk.channel.answers("a1", "q1", "Yes", T.plusSeconds(90)));
        assertNoClock("q1");
    }

    @Test
    void whatWasAskedWhileTheReplyWasOnItsWayHasAClockOfItsOwn() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.queued("q1", "Yes");
        desk.pass(Duration.ofSeconds(2));
        Instant later = T.plusSeconds(2);
        desk.receive(desk.channel.asks("q2", "q1", "And warm?", later));
        desk.dispatch.sent(
                desk.account,
                desk.takeSend(),
                new Sent.Accepted(new ExternalId("s1"), T.plusSeconds(9), Optional.empty()));
        assertDue("q1", later, Duration.ofHours(1));
    }

    @Test
    void takingAnActionBackStartsTheClockOfThePolicyThatHoldsNow() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        List<ConversationRef> ref = List.of(ConversationRef.of(desk.conversation("q1")));
        Undo undo = desk.inbox.ignore(desk.scope(), ref, IgnoreReason.SPAM);
        promise(Duration.ofHours(2));
        assertThat(desk.inbox.undo(desk.scope(), undo)).isEqualTo(1);
        assertDue("q1", T, Duration.ofHours(2));
    }

    @Test
    void openingAgainStartsTheClockOfTheInquiryThatGoesOn() {
        promise(Duration.ofHours(1));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        List<ConversationRef> ref = List.of(ConversationRef.of(desk.conversation("q1")));
        desk.inbox.ignore(desk.scope(), ref, IgnoreReason.SPAM);
        assertNoClock("q1");
        desk.inbox.reopen(desk.scope(), ref);
        assertDue("q1", T, Duration.ofHours(1));
    }
}
