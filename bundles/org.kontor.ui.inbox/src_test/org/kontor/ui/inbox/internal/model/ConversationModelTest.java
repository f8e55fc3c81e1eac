package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.StoreException;
import org.kontor.ui.inbox.internal.fake.FakeConnector;
import org.kontor.ui.inbox.internal.fake.World;

class ConversationModelTest {
    private final Desk desk = new Desk();
    private final World world = desk.world;
    private final Profile lena = world.person(world.nordwind, FakeConnector.mail(), "Lena", "lena@example.org");

    private World.Talk talk() {
        return world.talk(world.nordwind, FakeConnector.mail(), lena);
    }

    private List<TimelineItem> items() {
        return desk.conversation.state() instanceof ConversationModel.State.Shown shown ? shown.items() : List.of();
    }

    @Test
    void messagesAndNotesAndEndsStandInOneCourse() {
        ConversationRef ref = talk().says(Duration.ofHours(30), "eins")
                .answered(Duration.ofHours(20), "zwei")
                .says(Duration.ofHours(2), "drei")
                .save();
        Inquiry open = desk.house.inquiries.get(ref).getFirst();
        desk.house
                .inquiries
                .get(ref)
                .add(new Inquiry(
                        open.id(),
                        open.brand(),
                        open.account(),
                        open.conversation(),
                        open.first(),
                        open.began(),
                        open.seen(),
                        new InquiryEnd.Ignored(
                                desk.threads.instant().minus(Duration.ofHours(10)), IgnoreReason.SETTLED)));
        desk.house.inquiries.get(ref).removeFirst();
        desk.start();
        desk.actions.note(ref, "bitte kulant", kept -> {});
        desk.advance(1_000);
        assertThat(items())
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("Written", "Written", "Ended", "Written", "Noted");
    }

    @Test
    void olderMessagesAreFoldedAndUnfoldInSteps() {
        World.Talk talk = talk();
        for (int i = 0; i < 100; i++) {
            talk.says(Duration.ofHours(200 - i), "Nachricht " + i);
        }
        talk.save();
        desk.start();
        assertThat(items().getFirst())
                .isInstanceOfSatisfying(
                        TimelineItem.Folded.class,
                        folded -> assertThat(folded.count()).isEqualTo(88));
        assertThat(items()).hasSize(13);
        desk.conversation.unfold();
        assertThat(items()).hasSize(63);
        desk.conversation.unfold();
        assertThat(items()).hasSize(100).noneMatch(TimelineItem.Folded.class::isInstance);
    }

    @Test
    void whatWasNotSentIsNeverFolded() {
        World.Talk talk = talk();
        for (int i = 0; i < 40; i++) {
            talk.says(Duration.ofHours(100 - i), "Nachricht " + i);
        }
        ConversationRef ref = talk.save();
        desk.start();
        desk.reply.text("Antwort");
        desk.reply.send();
        desk.advance(1_000);
        TimelineItem.Written own = (TimelineItem.Written) items().getLast();
        desk.house
                .desk()
                .become(
                        java.util.Objects.requireNonNull(own.sending()).id(),
                        OutboxState.FAILED,
                        Fault.of(FaultKind.PERMANENT, "550"),
                        null);
        for (int i = 0; i < 40; i++) {
            desk.threads.advance(Duration.ofMinutes(1));
            desk.house.save(world.talk(world.nordwind, FakeConnector.mail(), lena)
                    .message(Duration.ZERO, Direction.INBOUND, "x"));
            var extra = talk.message(Duration.ZERO, Direction.INBOUND, "mehr " + i);
            desk.house.save(extra);
        }
        desk.house.save(desk.house.conversations.get(ref));
        desk.advance(2_000);
        assertThat(items())
                .anyMatch(item -> item instanceof TimelineItem.Written written
                        && written.sending() != null
                        && written.sending().state() == OutboxState.FAILED);
    }

    @Test
    void aReplyThatWasTakenBackIsNotShown() {
        talk().says(Duration.ofHours(1), "Frage").save();
        desk.start();
        desk.reply.text("Antwort");
        desk.reply.send();
        desk.advance(1_000);
        assertThat(items()).hasSize(2);
        desk.actions.undo();
        desk.advance(1_000);
        assertThat(items()).hasSize(1);
    }

    @Test
    void htmlIsShownAsStyledTextAndParsedOnce() {
        World.Talk talk = talk();
        talk.add(talk.message(
                Duration.ofHours(1),
                Direction.INBOUND,
                "plain",
                "<p>Hallo <b>Welt</b></p>",
                List.of(),
                1,
                MessageKind.MESSAGE,
                MessageState.PRESENT,
                false));
        ConversationRef ref = talk.save();
        desk.start();
        TimelineItem.Written before = (TimelineItem.Written) items().getFirst();
        assertThat(before.body().text()).isEqualTo("Hallo Welt");
        desk.house.save(desk.house.conversations.get(ref));
        desk.advance(1_000);
        assertThat(((TimelineItem.Written) items().getFirst()).body()).isSameAs(before.body());
    }

    @Test
    void aChangeElsewhereDoesNotReadItAgain() {
        List<ConversationRef> refs = world.crowd(20);
        desk.start();
        List<ConversationModel.State> states = new ArrayList<>();
        desk.conversation.listeners().add(states::add);
        desk.house.save(desk.house.conversations.get(refs.get(5)));
        desk.advance(2_000);
        assertThat(states).isEmpty();
    }

    @Test
    void onlyTheLastOfManyOpenedIsShown() {
        List<ConversationRef> refs = world.crowd(20);
        desk.start();
        for (int i = 0; i < 10; i++) {
            desk.inbox.step(1);
        }
        desk.threads.settle();
        assertThat(desk.conversation.opened())
                .isNotNull()
                .satisfies(opened -> assertThat(opened.ref()).isEqualTo(refs.get(10)));
    }

    @Test
    void aStoreThatCannotBeReadIsSaidAndMendsItself() {
        List<ConversationRef> refs = world.crowd(3);
        desk.start();
        desk.house.breakDown(new StoreException(StoreException.Kind.UNREACHABLE, "gone", null));
        desk.inbox.open(refs.get(2));
        desk.threads.settle();
        assertThat(desk.conversation.state())
                .isEqualTo(new ConversationModel.State.Failed(
                        refs.get(2), new Trouble(StoreException.Kind.UNREACHABLE, "gone")));
        desk.house.breakDown(null);
        desk.advance(2_000);
        assertThat(desk.conversation.opened()).isNotNull();
    }

    @Test
    void theNextAndTheLastConversationAreAtHandBeforeTheKey() {
        List<ConversationRef> refs = world.crowd(5);
        desk.start();
        desk.house.breakDown(new StoreException(StoreException.Kind.UNREACHABLE, "gone", null));
        for (int by : List.of(1, -1)) {
            desk.inbox.step(by);
            desk.threads.settle();
            assertThat(desk.conversation.opened())
                    .isNotNull()
                    .satisfies(opened -> assertThat(opened.ref()).isEqualTo(desk.inbox.lead()));
        }
        assertThat(desk.inbox.lead()).isEqualTo(refs.getFirst());
    }

    @Test
    void whatChangedSinceItWasReadAheadIsReadAgain() {
        List<ConversationRef> refs = world.crowd(5);
        desk.start();
        desk.actions.note(refs.get(1), "bitte kulant", kept -> {});
        desk.house.save(desk.house.conversations.get(refs.get(1)));
        desk.advance(2_000);
        desk.inbox.step(1);
        desk.threads.settle();
        assertThat(items()).hasAtLeastOneElementOfType(TimelineItem.Noted.class);
    }

    @Test
    void whatIsOnTheScreenStaysWhenTheStoreBreaks() {
        List<ConversationRef> refs = world.crowd(1);
        desk.start();
        desk.house.save(desk.house.conversations.get(refs.getFirst()));
        desk.house.breakDown(new StoreException(StoreException.Kind.UNREACHABLE, "gone", null));
        desk.conversation.reload();
        desk.threads.settle();
        assertThat(desk.conversation.opened()).isNotNull();
    }
}
