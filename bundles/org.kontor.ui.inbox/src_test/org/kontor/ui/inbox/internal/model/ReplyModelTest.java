package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Profile;
import org.kontor.api.desk.Replies;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.StoreException;
import org.kontor.api.text.TextUnit;
import org.kontor.ui.inbox.internal.fake.FakeConnector;
import org.kontor.ui.inbox.internal.fake.FakeDesk;
import org.kontor.ui.inbox.internal.fake.World;

class ReplyModelTest {
    private static final String SIGNATURE = "\n\nHerzliche Grüße\nAnna Kruse · Nordwind Outdoor";

    @TempDir
    private Path folder = Path.of("");

    private final Desk desk = new Desk();
    private final World world = desk.world;
    private final ReplyModel reply = desk.reply;
    private int people;

    private ConversationRef talk(Brand brand, FakeConnector connector, Duration ago) {
        people++;
        Profile person = world.person(brand, connector, "Kunde " + people, "@kunde" + people);
        return world.talk(brand, connector, person)
                .says(ago, "Frage " + people)
                .due(Duration.ofMinutes(people))
                .save();
    }

    private ConversationRef mail() {
        return talk(world.nordwind, FakeConnector.mail(), Duration.ofHours(1));
    }

    private ConversationRef bluesky() {
        return talk(world.alma, FakeConnector.bluesky(), Duration.ofHours(1));
    }

    private ConversationRef forum(Duration ago) {
        return talk(world.nordwind, FakeConnector.forum(), ago);
    }

    private OutboxEntry onlyEntry() {
        return desk.house.outbox.values().iterator().next();
    }

    @Test
    void aMailIsAnsweredDirectlyWithTheBrandsSignature() {
        ConversationRef ref = mail();
        desk.start();
        assertThat(reply.mode()).isEqualTo(WriteMode.DIRECT);
        assertThat(reply.counts()).isEmpty();
        reply.text("Danke, wir tauschen sie um.  ");
        reply.send();
        desk.threads.settle();
        Replies.ReplyRequest request = desk.house.desk().requests.getFirst();
        assertThat(request.text()).isEqualTo("Danke, wir tauschen sie um." + SIGNATURE);
        assertThat(request.brandSeen()).isEqualTo(world.nordwind.id());
        assertThat(request.conversation()).isEqualTo(ref);
        assertThat(reply.text()).isEmpty();
        assertThat(desk.actions.said()).isEqualTo(new Said.Did(new Done.Replied(), 1, true));
        desk.threads.advance(FakeDesk.TAKE_BACK);
        assertThat(desk.actions.said()).as("what can be taken back no more").isNull();
    }

    @Test
    void aPublicReplyIsCountedInTheChannelsUnitAndHasNoSignature() {
        bluesky();
        desk.start();
        reply.text("Hallo 👨‍👩‍👧‍👦");
        assertThat(reply.mode()).isEqualTo(WriteMode.PUBLIC);
        assertThat(reply.counts().getFirst()).isEqualTo(new ReplyRules.Count(TextUnit.GRAPHEMES, 7, 300));
        assertThat(reply.signature()).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotSentAndTheTightestLimitStandsFirst() {
        bluesky();
        desk.start();
        reply.text("👨‍👩‍👧‍👦".repeat(150));
        assertThat(reply.counts().getFirst().unit()).isEqualTo(TextUnit.BYTES);
        assertThat(reply.problem()).isEqualTo(ReplyRules.Problem.TOO_LONG);
        reply.send();
        desk.threads.settle();
        assertThat(desk.house.desk().requests).isEmpty();
        assertThat(reply.text()).isNotEmpty();
    }

    @Test
    void nothingIsNotSent() {
        mail();
        desk.start();
        reply.text("   \n ");
        assertThat(reply.problem()).isEqualTo(ReplyRules.Problem.EMPTY);
        reply.send();
        desk.threads.settle();
        assertThat(desk.house.desk().requests).isEmpty();
    }

    @Test
    void aCommentCanBeAnsweredPublicOrPrivateWithinTheWindow() {
        forum(Duration.ofDays(1));
        desk.start();
        assertThat(reply.modes())
                .containsExactly(
                        new ModeOption(WriteMode.PUBLIC, null, null, false),
                        new ModeOption(WriteMode.PRIVATE, null, Duration.ofDays(6), true),
                        new ModeOption(WriteMode.NOTE, null, null, false));
    }

    @Test
    void afterTheWindowNoPrivateReplyGoesOut() {
        forum(Duration.ofDays(8));
        desk.start();
        reply.mode(WriteMode.PRIVATE);
        reply.text("Hallo");
        assertThat(reply.modes().get(1).refusal()).isEqualTo(ModeOption.Refusal.WINDOW_CLOSED);
        assertThat(reply.problem()).isEqualTo(ReplyRules.Problem.MODE_NOT_USABLE);
    }

    @Test
    void theOnePrivateReplyIsUsedUpByTheFirst() {
        forum(Duration.ofDays(1));
        desk.start();
        reply.mode(WriteMode.PRIVATE);
        reply.text("Hallo");
        reply.send();
        desk.advance(1_000);
        assertThat(desk.house.outbox).hasSize(1);
        assertThat(reply.modes().get(1).refusal()).isEqualTo(ModeOption.Refusal.USED);
        assertThat(reply.mode()).isEqualTo(WriteMode.PUBLIC);
    }

    @Test
    void theNewestMessageIsAnsweredUnlessAnotherIsChosen() {
        Profile person = world.person(world.nordwind, FakeConnector.forum(), "Lena", "@lena");
        World.Talk talk = world.talk(world.nordwind, FakeConnector.forum(), person)
                .says(Duration.ofHours(3), "eins")
                .says(Duration.ofHours(2), "zwei");
        ConversationRef ref = talk.save();
        List<Message> messages = desk.house.messages.get(ref);
        desk.start();
        assertThat(reply.answers()).isEqualTo(messages.get(1));
        reply.answer(messages.get(0).id());
        reply.text("zu eins");
        reply.send();
        desk.threads.settle();
        assertThat(desk.house.desk().requests.getFirst().answers())
                .isEqualTo(messages.get(0).id());
        assertThat(reply.answers()).isEqualTo(messages.get(1));
    }

    @Test
    void whatIsTypedIsInTheJournalWithin250Milliseconds() {
        ConversationRef ref = mail();
        desk.start();
        reply.text("H");
        desk.advance(100);
        reply.text("Ha");
        desk.advance(150);
        assertThat(desk.house.drafts.get(ref))
                .isNotNull()
                .satisfies(draft -> assertThat(draft.text()).isEqualTo("Ha"));
    }

    @Test
    void someoneWhoTypesWithoutPauseIsKeptAllTheSame() {
        ConversationRef ref = mail();
        desk.start();
        for (int i = 1; i <= 40; i++) {
            reply.text("x".repeat(i));
            desk.advance(50);
        }
        assertThat(desk.house.desk().keptDrafts).hasSizeGreaterThan(8);
        desk.advance(250);
        assertThat(desk.house.drafts.get(ref).text()).hasSize(40);
    }

    @Test
    void aDraftIsThereAgainAfterARestart() {
        ConversationRef ref = mail();
        desk.start();
        reply.text("Angefangen");
        desk.advance(250);
        ReplyModel later = restarted();
        later.show(desk.services.read(rows -> Opened.read(rows, ref, brand -> brand)));
        assertThat(later.text()).isEqualTo("Angefangen");
    }

    @Test
    void aNoteIsThereAgainAfterARestart() {
        ConversationRef ref = mail();
        desk.start();
        reply.text("Angefangen");
        reply.mode(WriteMode.NOTE);
        reply.text("Im Lager fragen");
        desk.advance(250);
        ReplyModel later = restarted();
        later.show(desk.services.read(rows -> Opened.read(rows, ref, brand -> brand)));
        assertThat(later.text()).isEqualTo("Angefangen");
        later.mode(WriteMode.NOTE);
        assertThat(later.text()).isEqualTo("Im Lager fragen");
    }

    @Test
    void aNoteAloneIsWrittenOnAsANote() {
        ConversationRef ref = mail();
        desk.start();
        reply.mode(WriteMode.NOTE);
        reply.text("Im Lager fragen");
        desk.advance(250);
        ReplyModel later = restarted();
        later.show(desk.services.read(rows -> Opened.read(rows, ref, brand -> brand)));
        assertThat(later.mode()).isEqualTo(WriteMode.NOTE);
        assertThat(later.text()).isEqualTo("Im Lager fragen");
    }

    @Test
    void aReplyThatIsSentLeavesTheNoteBesideIt() {
        ConversationRef ref = mail();
        desk.start();
        reply.mode(WriteMode.NOTE);
        reply.text("Im Lager fragen");
        reply.mode(WriteMode.DIRECT);
        reply.text("Wir fragen nach.");
        reply.send();
        desk.advance(1_000);
        assertThat(desk.house.drafts.get(ref).note()).isEqualTo("Im Lager fragen");
        assertThat(desk.house.drafts.get(ref).withoutReply()).isTrue();
        reply.mode(WriteMode.NOTE);
        assertThat(reply.text()).isEqualTo("Im Lager fragen");
    }

    @Test
    void aNoteThatIsWrittenIsNoDraftAnyMore() {
        ConversationRef ref = mail();
        desk.start();
        reply.mode(WriteMode.NOTE);
        reply.text("Im Lager fragen");
        desk.advance(250);
        reply.send();
        desk.advance(1_000);
        assertThat(desk.house.notes.get(ref)).hasSize(1);
        assertThat(desk.house.drafts).isEmpty();
    }

    private ReplyModel restarted() {
        DraftJournal journal = new DraftJournal(desk.services, desk.threads);
        return new ReplyModel(desk.services, desk.threads, desk.threads, desk.actions, journal, Locale.GERMAN);
    }

    @Test
    void everyConversationHasItsOwnDraft() {
        mail();
        bluesky();
        desk.start();
        reply.text("für die Mail");
        desk.inbox.step(1);
        desk.threads.settle();
        assertThat(reply.text()).isEmpty();
        reply.text("für Bluesky");
        desk.inbox.step(-1);
        desk.threads.settle();
        assertThat(reply.text()).isEqualTo("für die Mail");
        desk.inbox.step(1);
        desk.threads.settle();
        assertThat(reply.text()).isEqualTo("für Bluesky");
    }

    @Test
    void aMessageThatComesMeanwhileLeavesTheTextAlone() {
        ConversationRef ref = mail();
        desk.start();
        reply.text("Ich schreibe");
        List<ReplyModel.Event> events = new ArrayList<>();
        reply.listeners().add(events::add);
        desk.house.save(desk.house.conversations.get(ref));
        desk.house.messages.get(ref).add(desk.house.messages.get(ref).getFirst());
        desk.advance(1_000);
        assertThat(reply.text()).isEqualTo("Ich schreibe");
        assertThat(events).doesNotContain(ReplyModel.Event.REPLACED);
    }

    @Test
    void takenBackTheTextIsTheDraftAgainWithoutItsSignature() {
        mail();
        desk.start();
        reply.text("Zu früh");
        reply.send();
        desk.advance(1_000);
        desk.actions.undo();
        desk.advance(1_000);
        assertThat(onlyEntry().state()).isEqualTo(OutboxState.CANCELLED);
        assertThat(reply.text()).isEqualTo("Zu früh");
        assertThat(desk.actions.said()).isEqualTo(new Said.Undid(1, 1));
    }

    @Test
    void whatHasGoneOutCannotBeTakenBackAndThatIsSaid() {
        mail();
        desk.start();
        reply.text("Weg");
        reply.send();
        desk.threads.settle();
        desk.house.desk().become(onlyEntry().id(), OutboxState.SENT, null, null);
        desk.actions.undo();
        desk.threads.settle();
        assertThat(desk.actions.said()).isEqualTo(new Said.TooLate());
    }

    @Test
    void anUndecidedReplyIsConfirmedOrSentAgainOrGivenUp() {
        mail();
        desk.start();
        reply.text("Unklar");
        reply.send();
        desk.threads.settle();
        desk.house.desk().become(onlyEntry().id(), OutboxState.UNDECIDED, null, "no trace in Sent");
        desk.actions.sendAgain(onlyEntry());
        desk.threads.settle();
        assertThat(onlyEntry().state()).isEqualTo(OutboxState.QUEUED);
        desk.house.desk().become(onlyEntry().id(), OutboxState.UNDECIDED, null, "no trace in Sent");
        desk.actions.confirmSent(onlyEntry());
        desk.threads.settle();
        assertThat(onlyEntry().state()).isEqualTo(OutboxState.SENT);
        desk.actions.giveUp(onlyEntry());
        desk.threads.settle();
        assertThat(desk.actions.said()).isEqualTo(new Said.TooLate());
    }

    @Test
    void aRefusedReplyKeepsItsTextAndSaysWhy() {
        mail();
        desk.start();
        desk.house.desk().refusal = new Replies.Outcome.Refused(Replies.Reason.WRONG_BRAND, "Alma");
        reply.text("Hallo");
        reply.send();
        desk.threads.settle();
        assertThat(reply.text()).isEqualTo("Hallo");
        assertThat(reply.refused()).isEqualTo(desk.house.desk().refusal);
        reply.text("Hallo!");
        assertThat(reply.refused()).isNull();
    }

    @Test
    void aBrokenStoreKeepsTheTextAndTriesTheJournalAgain() {
        ConversationRef ref = mail();
        desk.start();
        desk.house.breakDown(new StoreException(StoreException.Kind.DISK_FULL, "disk full", null));
        reply.text("Hallo");
        desk.advance(500);
        assertThat(desk.journal.trouble()).isNotNull();
        reply.send();
        desk.threads.settle();
        assertThat(reply.text()).isEqualTo("Hallo");
        assertThat(reply.sending()).isFalse();
        assertThat(desk.actions.said()).isInstanceOf(Said.Failed.class);
        desk.house.breakDown(null);
        desk.advance(3_000);
        assertThat(desk.journal.trouble()).isNull();
        assertThat(desk.house.drafts.get(ref).text()).isEqualTo("Hallo");
    }

    @Test
    void aNoteHasItsOwnTextAndIsWrittenAmongColleagues() {
        ConversationRef ref = mail();
        desk.start();
        reply.text("Antwort");
        reply.mode(WriteMode.NOTE);
        assertThat(reply.text()).isEmpty();
        reply.text("Kunde ist wichtig");
        reply.send();
        desk.advance(1_000);
        assertThat(desk.house.notes.get(ref).getFirst().text()).isEqualTo("Kunde ist wichtig");
        assertThat(reply.mode()).isEqualTo(WriteMode.DIRECT);
        assertThat(reply.text()).isEqualTo("Antwort");
        assertThat(desk.house.desk().requests).isEmpty();
    }

    @Test
    void filesAreTakenAsFarAsTheChannelTakesThem() throws IOException {
        bluesky();
        desk.start();
        Path picture = Files.write(folder.resolve("naht.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1});
        Path notPicture = Files.writeString(folder.resolve("liste.png"), "nur Text");
        Path large = Files.write(folder.resolve("gross.png"), new byte[1_000_001]);
        reply.attach(List.of(picture, notPicture, large, folder.resolve("fehlt.png")));
        desk.threads.settle();
        assertThat(reply.attachments())
                .extracting(OutgoingAttachment::name, OutgoingAttachment::mediaType)
                .containsExactly(tuple("naht.jpg", "image/jpeg"));
        assertThat(reply.refusedFiles())
                .extracting(Attaching.Refused::problem)
                .containsExactly(
                        Attaching.Problem.WRONG_TYPE, Attaching.Problem.TOO_LARGE, Attaching.Problem.UNREADABLE);
        reply.detach(reply.attachments().getFirst());
        assertThat(reply.attachments()).isEmpty();
    }

    @Test
    void moreFilesThanTheChannelTakesAreRefused() throws IOException {
        mail();
        desk.start();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(Files.writeString(folder.resolve(i + ".txt"), "Text " + i));
        }
        reply.attach(files);
        desk.threads.settle();
        assertThat(reply.attachments()).hasSize(3);
        assertThat(reply.refusedFiles())
                .extracting(Attaching.Refused::problem)
                .containsExactly(Attaching.Problem.TOO_MANY, Attaching.Problem.TOO_MANY);
    }

    @Test
    void anAddressThatCannotBeOneIsNamed() {
        mail();
        desk.start();
        reply.text("Hallo");
        reply.addresses("chef@nordwind.example; frau müller", "");
        assertThat(reply.cc()).containsExactly("chef@nordwind.example", "frau", "müller");
        assertThat(reply.badAddress()).isEqualTo("frau");
        assertThat(reply.problem()).isEqualTo(ReplyRules.Problem.BAD_ADDRESS);
        reply.addresses("chef@nordwind.example", "archiv@nordwind.example");
        reply.send();
        desk.threads.settle();
        assertThat(desk.house.desk().requests.getFirst().bcc()).containsExactly("archiv@nordwind.example");
    }

    @Test
    void theAnsweredMailCanBeQuoted() {
        mail();
        desk.start();
        assertThat(reply.quote("Kunde schrieb:")).isEqualTo("Kunde schrieb:\n> Frage 1\n");
    }

    @Test
    void withoutItsConnectorAChannelTakesNotesOnly() {
        FakeConnector gone = new FakeConnector(
                new ChannelType("gone"), "Gone", FakeConnector.mail().capabilities());
        Account account = world.account(world.alma, FakeConnector.mail());
        desk.house.accounts.put(
                account.id(),
                new Account(account.id(), account.brand(), gone.type(), "x", Map.of(), account.workFrom(), true));
        talk(world.alma, gone, Duration.ofHours(1));
        desk.start();
        assertThat(reply.modes()).extracting(ModeOption::mode).containsExactly(WriteMode.NOTE);
    }

    @Test
    void theDraftRemembersHowItWasMeant() {
        ConversationRef ref = forum(Duration.ofDays(1));
        desk.start();
        reply.mode(WriteMode.PRIVATE);
        reply.text("Nur für dich");
        desk.advance(250);
        assertThat(desk.house.drafts.get(ref).mode()).isEqualTo(ReplyMode.PRIVATE);
    }
}
