package org.kontor.desk.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Sent;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Triage;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.Queue;
import org.kontor.desk.internal.Desk;
import org.kontor.desk.internal.ScriptedChannel;

class InquiryTest {
    private static final Instant T = Desk.NOON;

    private final Desk desk;

    InquiryTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @AfterEach
    void balancesHold() {
        EventBalance events =
                desk.store().read(desk.scope(), rows -> rows.eventBalance(Instant.EPOCH, T.plus(days(30))));
        InquiryBalance inquiries =
                desk.store().read(desk.scope(), rows -> rows.inquiryBalance(Instant.EPOCH, T.plus(days(30))));
        desk.close();
        assertThat(events.holds()).as(events.toString()).isTrue();
        assertThat(inquiries.holds()).as(inquiries.toString()).isTrue();
    }

    @Test
    void aFirstMessageBeginsAnInquiryAndAnotherJoinsIt() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.receive(desk.channel.asks("q2", "q1", "Hello?", T.plusSeconds(60)));

        assertThat(desk.queue(Queue.UNANSWERED)).singleElement().satisfies(c -> {
            assertThat(c.customerName()).isEqualTo("Lena");
            assertThat(c.preview()).isEqualTo("Hello?");
            assertThat(c.waitingSince()).isEqualTo(T);
            assertThat(c.messageCount()).isEqualTo(2);
        });
        assertThat(desk.inquiries("q1")).hasSize(1);
    }

    @Test
    void aRepeatChangesNothingAndIsCounted() {
        RawEvent question = desk.channel.asks("q1", null, "Is it waterproof?", T);
        desk.receive(question, question);
        desk.receive(question);

        assertThat(desk.conversation("q1").messageCount()).isEqualTo(1);
        EventBalance balance =
                desk.store().read(desk.scope(), rows -> rows.eventBalance(T.minus(days(1)), T.plus(days(1))));
        assertThat(balance.seen()).isEqualTo(3);
        assertThat(balance.outcomes()).containsEntry(LedgerOutcome.DUPLICATE, 2L);
    }

    @Test
    void anAnswerGivenElsewhereEndsTheInquiryAndTheNextQuestionBeginsAnother() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.receive(desk.channel.answers("a1", "q1", "Yes.", T.plusSeconds(60)));
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.ANSWERED);
        desk.receive(desk.channel.asks("q2", "q1", "And warm?", T.plusSeconds(120)));

        assertThat(desk.inquiries("q1").getFirst().end()).isInstanceOf(InquiryEnd.AnsweredElsewhere.class);
        assertThat(desk.inquiries("q1").getLast().end()).isNull();
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        long seed = 20261122;
        Random random = new Random(seed);
        List<RawEvent> events = List.of(
                desk.channel.asks("q1", null, "Is it waterproof?", T),
                desk.channel.asks("q2", "q1", "Hello?", T.plusSeconds(30)),
                desk.channel.answers("a1", "q1", "Yes.", T.plusSeconds(60)),
                desk.channel.asks("q3", "q1", "And warm?", T.plusSeconds(90)),
                desk.channel.answers("a2", "q1", "Also.", T.plusSeconds(120)),
                desk.channel.asks("q4", "q1", "Nice. In green?", T.plusSeconds(150)));
        for (int round = 0; round < 40; round++) {
            String prefix = "round" + round + "-";
            List<RawEvent> shuffled = new ArrayList<>();
            for (RawEvent event : events) {
                shuffled.add(renamed(event, prefix));
            }
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            desk.receive(shuffled.subList(0, cut).toArray(RawEvent[]::new));
            desk.receive(shuffled.subList(cut, shuffled.size()).toArray(RawEvent[]::new));

            String why = "seed " + seed + ", round " + round + ": "
                    + shuffled.stream().map(e -> e.id().value()).toList();
            assertThat(desk.conversation(prefix + "q1").state()).as(why).isEqualTo(ConversationState.OPEN);
            assertThat(desk.conversation(prefix + "q1").waitingSince()).as(why).isEqualTo(T.plusSeconds(150));
            assertThat(desk.conversation(prefix + "q1").preview()).as(why).isEqualTo("Nice. In green?");
            assertThat(openOf(desk.inquiries(prefix + "q1"))).as(why).hasSize(1);
        }
    }

    @Test
    void aQuestionThatTheAgentHadNotSeenIsOpenWhateverItsClockSays() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.pass(Duration.ofMinutes(10));
        desk.queued("q1", "Yes.");
        desk.pass(Duration.ofSeconds(10));
        desk.dispatch.sent(
                desk.account,
                desk.takeSend(),
                new Sent.Accepted(new ExternalId("a1"), T.plusSeconds(610), Optional.empty()));
        desk.pass(Duration.ofMinutes(10));
        desk.receive(desk.channel.asks("q2", "q1", "It is not, by a slow clock.", T.plusSeconds(300)));

        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(openOf(desk.inquiries("q1")))
                .singleElement()
                .satisfies(
                        i -> assertThat(i.first()).isEqualTo(desk.message("q2").id()));
    }

    @Test
    void whatAnswersAnAnswerIsNotAnsweredByItWhateverItsClockSays() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.receive(desk.channel.answers("a1", "q1", "Yes.", T.plusSeconds(600)));
        desk.receive(replyTo("a1", "q2", "It is not, by a slow clock.", T.plusSeconds(300)));
        desk.receive(replyTo("q2", "q3", "Hello?", T.plusSeconds(310)));

        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(openOf(desk.inquiries("q1")))
                .singleElement()
                .satisfies(
                        i -> assertThat(i.first()).isEqualTo(desk.message("q2").id()));
    }

    @Test
    void anAnswerThatComesAfterWhatAnswersItDoesNotEndThat() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));
        desk.receive(replyTo("a1", "q2", "It is not, by a slow clock.", T.plusSeconds(300)));
        desk.receive(desk.channel.answers("a1", "q1", "Yes.", T.plusSeconds(600)));

        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);
        assertThat(openOf(desk.inquiries("q1")))
                .singleElement()
                .satisfies(
                        i -> assertThat(i.first()).isEqualTo(desk.message("q2").id()));
    }

    /** A customer's message in the thread of q1 that answers {@code parent}. */
    private RawEvent replyTo(String parent, String id, String text, Instant at) {
        Normalised.Item plain = ScriptedChannel.item(id, "q1", Direction.INBOUND, text, at);
        ThreadRef thread = new ThreadRef(new ExternalId("q1"), List.of(new ExternalId(parent), new ExternalId("q1")));
        return desk.channel.event("e-" + id, Origin.RECEIVED, ScriptedChannel.in(thread, plain));
    }

    private static List<Inquiry> openOf(List<Inquiry> all) {
        return all.stream().filter(i -> i.end() == null).toList();
    }

    /** The same event in a thread of its own. */
    private RawEvent renamed(RawEvent event, String prefix) {
        Normalised.Item item = (Normalised.Item) desk.channel.meanings(event).getFirst();
        ExternalId root = item.thread().root();
        return desk.channel.event(
                prefix + event.id(),
                Origin.RECEIVED,
                ScriptedChannel.item(
                        prefix + item.id(),
                        root == null ? null : prefix + root,
                        item.direction(),
                        item.text(),
                        item.publishedAt()));
    }

    @Test
    void anEditIsAVersionAndTheOldTextStays() {
        desk.receive(desk.channel.asks("q1", null, "Is it waterprof?", T));
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", T));

        assertThat(desk.message("q1").versions()).isEqualTo(2);
        assertThat(desk.conversation("q1").preview()).isEqualTo("Is it waterproof?");
        List<MessageVersion> versions = desk.store()
                .read(
                        desk.scope(),
                        rows -> rows.versions(
                                desk.brand.id(), desk.message("q1").id()));
        assertThat(versions).extracting(v -> v.text()).containsExactly("Is it waterprof?", "Is it waterproof?");
        assertThat(desk.inquiries("q1")).hasSize(1);
    }

    @Test
    void aDeletedQuestionEndsItsInquiryAsDeleted() {
        desk.receive(desk.channel.asks("q1", null, "You cheats", T));
        desk.receive(desk.channel.event(
                "gone", Origin.RECEIVED, new Normalised.Deleted(new ExternalId("q1"), T.plusSeconds(9))));

        assertThat(desk.message("q1").state()).isEqualTo(MessageState.DELETED);
        assertThat(desk.inquiries("q1").getFirst().end()).isInstanceOf(InquiryEnd.Deleted.class);
        assertThat(desk.queue(Queue.UNANSWERED)).isEmpty();
    }

    @Test
    void oneOfTwoQuestionsDeletedLeavesTheInquiryOpen() {
        desk.receive(
                desk.channel.asks("q1", null, "You cheats", T),
                desk.channel.asks("q2", "q1", "Where is my parcel?", T.plusSeconds(5)));
        desk.receive(desk.channel.event(
                "gone", Origin.RECEIVED, new Normalised.Deleted(new ExternalId("q1"), T.plusSeconds(9))));

        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void whatIsOlderThanTheAccountsStartIsHistory() {
        desk.receive(desk.channel.asks("old", null, "Years ago", T.minus(days(40))));

        assertThat(desk.conversation("old").state()).isEqualTo(ConversationState.HISTORY);
        assertThat(desk.message("old").history()).isTrue();
        assertThat(desk.inquiries("old")).isEmpty();
    }

    @Test
    void contextBeginsNoInquiryUntilItIsReceivedItself() {
        Normalised.Item item = ScriptedChannel.item("q1", null, Direction.INBOUND, "Above yours", T);
        desk.receive(desk.channel.event("context", Origin.CONTEXT, item));
        assertThat(desk.message("q1").kind()).isEqualTo(MessageKind.CONTEXT);
        assertThat(desk.queue(Queue.UNANSWERED)).isEmpty();

        desk.receive(desk.channel.event("notice", Origin.RECEIVED, item));
        assertThat(desk.message("q1").kind()).isEqualTo(MessageKind.MESSAGE);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(1);
    }

    @Test
    void aPoisonEventBecomesAVisibleItemAndTheRestOfTheBatchIsStored() {
        RawEvent poison = new RawEvent(
                new ExternalId("p"),
                Origin.RECEIVED,
                "text/plain",
                ScriptedChannel.POISON.getBytes(StandardCharsets.UTF_8));
        desk.receive(
                desk.channel.asks("q1", null, "One", T),
                poison,
                desk.channel.asks("q2", null, "Two", T.plusSeconds(1)));

        assertThat(desk.queue(Queue.UNREADABLE)).hasSize(1);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(3);
    }

    @Test
    void anEventThatBreaksItsTransactionIsIsolatedByHalving() {
        desk.guard.broken = true;
        desk.hooks.addTriage(messages -> {
            if (messages.stream().anyMatch(m -> m.text().equals("Bad"))) {
                throw new IllegalStateException("a bug of the house");
            }
            return messages.stream().map(m -> Triage.NONE).toList();
        });
        List<RawEvent> events = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            events.add(desk.channel.asks("q" + i, null, "Question " + i, T.plusSeconds(i)));
        }
        events.add(4, desk.channel.asks("bad", null, "Bad", T));
        desk.receive(events.toArray(RawEvent[]::new));

        assertThat(desk.queue(Queue.UNREADABLE)).hasSize(1);
        assertThat(desk.queue(Queue.UNANSWERED)).hasSize(10);
        assertThat(desk.found("q8")).isPresent();
    }

    @Test
    void aFlagEndsTheInquiryUnlessSomethingNewerWasAsked() {
        desk.receive(desk.channel.asks("q1", null, "One?", T));
        desk.receive(desk.channel.asks("q2", "q1", "Two?", T.plusSeconds(10)));
        desk.receive(flag("q1"));
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.OPEN);

        desk.receive(flag("q2"));
        assertThat(desk.conversation("q1").state()).isEqualTo(ConversationState.ANSWERED);
    }

    private RawEvent flag(String id) {
        return desk.channel.event(
                "flag-" + id, Origin.RECEIVED, new Normalised.AnsweredElsewhere(new ExternalId(id), null));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
