package org.kontor.ui.inbox.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Direction;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.Topics;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.inbox.internal.fake.FakeConnector;
import org.kontor.ui.inbox.internal.fake.World;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;

class InboxWindowTest {
    private static final By LIST = By.id("inbox.list");
    private static final By TEXT = By.id("reply.text");

    private final World world = new World(InstantSource.system());
    private final InboxWindow window = new InboxWindow(world.house);

    private Conversation now(ConversationRef ref) {
        synchronized (world.house) {
            return world.house.conversations.get(ref);
        }
    }

    private static void shot(Robot robot, String name) throws Exception {
        robot.shot(InboxWindow.shots().resolve(name + ".png"));
    }

    /** Waits until the list has rows and the first conversation is open. */
    private static Found open(Robot robot) {
        Found list = robot.find(LIST);
        robot.find(TEXT);
        return list.focus();
    }

    @Test
    void aHundredThousandConversationsOpenAndTheKeysWalkThroughThem() throws Exception {
        world.crowd(100_000);
        window.play((robot, w) -> {
            Found list = open(robot);
            assertThat(list.rowCount()).isEqualTo(10_000);
            robot.press("J");
            robot.press("J");
            robot.press("J");
            robot.until("the fourth row is selected", () -> list.selectedRows().equals(List.of(3)));
            robot.find(By.textWith("Kunde 3").and(By.type(Label.class)));
            robot.press("K");
            robot.until("the third row is selected", () -> list.selectedRows().equals(List.of(2)));
            robot.press("Down");
            robot.until("arrows work too", () -> list.selectedRows().equals(List.of(3)));
            robot.press("End");
            robot.find(By.textWith("90,001 to 100,000 of 100,000"));
            robot.until("the very last row is in sight", () -> {
                return list.ask(Table.class, Table::getTopIndex) > 9_980
                        && list.selectedRows().equals(List.of(9_999));
            });
            shot(robot, "many");
            robot.press("Home");
            robot.until("the first row is in sight", () -> {
                return list.ask(Table.class, Table::getTopIndex) == 0
                        && list.selectedRows().equals(List.of(0));
            });
        });
        assertThat(world.house.forbidden()).isZero();
    }

    @Test
    void aLongerNameHasRoomInACardThatShowedAShorterOne() throws Exception {
        Profile jo = world.person(world.alma, FakeConnector.bluesky(), "Jo", "@jo");
        world.talk(world.alma, FakeConnector.bluesky(), jo)
                .says(Duration.ofHours(3), "Hallo?")
                .save();
        Profile wilhelmine = world.person(world.alma, FakeConnector.bluesky(), "Wilhelmine Petersen", "@wil");
        world.talk(world.alma, FakeConnector.bluesky(), wilhelmine)
                .says(Duration.ofHours(2), "Hallo,\n\nwann kommt mein Paket?\n\nWilhelmine Petersen")
                .save();
        window.play((robot, w) -> {
            open(robot);
            for (int walk = 0; walk < 3; walk++) {
                robot.find(By.text("Jo").and(By.type(Label.class)));
                robot.settle();
                robot.press("J");
                robot.find(By.text("Wilhelmine Petersen").and(By.type(Label.class)));
                robot.settle();
                assertThat(robot.clipped()).as("walk " + walk).isEmpty();
                robot.press("K");
            }
        });
    }

    @Test
    void whatIsTypedIsCountedKeptSentAndTakenBack() throws Exception {
        Profile person = world.person(world.alma, FakeConnector.bluesky(), "Lena", "@lena");
        ConversationRef ref = world.talk(world.alma, FakeConnector.bluesky(), person)
                .says(Duration.ofHours(1), "Wann gibt es die Röstung wieder?")
                .save();
        window.play((robot, w) -> {
            open(robot);
            robot.press("R");
            Found text = robot.find(TEXT.focused());
            // Letters that are keys of commands elsewhere are letters here.
            text.type("Jetzt, kein Ärger 👩‍👩‍👧");
            robot.find(By.id("reply.count").and(By.name("19 / 300")));
            robot.until("the draft is kept", () -> {
                synchronized (world.house) {
                    var draft = world.house.drafts.get(ref);
                    return draft != null && draft.text().endsWith("👩‍👩‍👧");
                }
            });
            shot(robot, "typed");
            robot.press("Ctrl+Z");
            robot.until("the last piece typed is gone", () -> !text.text().contains("👩"));
            text.press("Ctrl+Enter");
            robot.find(By.id("message.takeback"));
            robot.until("the field is empty", () -> text.text().isEmpty());
            shot(robot, "sent");
            robot.press("Escape");
            robot.find(LIST.focused());
            robot.press("U");
            robot.until("the text is back", () -> text.text().startsWith("Jetzt"));
            robot.gone(By.id("message.takeback"));
        });
        assertThat(world.house.outbox.values().stream().map(OutboxEntry::state).toList())
                .containsExactly(OutboxState.CANCELLED);
        assertThat(world.house.forbidden()).isZero();
    }

    @Test
    void whatTheChecksSayStandsBelowTheTextAndAStopHoldsTheReply() throws Exception {
        Profile person = world.person(world.alma, FakeConnector.bluesky(), "Lena", "@lena");
        world.talk(world.alma, FakeConnector.bluesky(), person)
                .says(Duration.ofHours(1), "Die Naht ist auf.")
                .save();
        Trouble slow = new Trouble(
                new Contribution("sample.alma", Contribution.Kind.REPLY_CHECK, "sample.alma.wording"),
                Trouble.Reason.SLOW,
                "2000 ms",
                Instant.EPOCH,
                3,
                true);
        world.house.desk().checked = new Checked(
                List.of(
                        new Finding(Finding.Level.ADVICE, "say where to send the photo", 18, 22),
                        new Finding(Finding.Level.PASSED, "brand"),
                        new Finding(Finding.Level.PASSED, "no personal data")),
                List.of(slow));
        window.play((robot, w) -> {
            open(robot);
            robot.press("R");
            Found text = robot.find(TEXT.focused());
            text.type("Schick uns ein    Foto bitte");
            robot.find(By.name("Fine: no personal data"));
            robot.find(By.name("sample.alma.wording was left out: too slow, switched off after 3 faults. Try again"));
            shot(robot, "checks");
            Found advice = robot.find(By.name("Look again: say where to send the photo"));
            advice.focus().press("Enter");
            robot.find(TEXT.focused());
            assertThat(text.ask(StyledText.class, StyledText::getSelectionText)).isEqualTo("Foto");
            assertThat(robot.find(By.id("reply.send")).enabled()).isTrue();
            world.house.desk().checked = new Checked(
                    List.of(new Finding(
                            Finding.Level.STOP, "Shows an IBAN in public: take it out or answer privately")),
                    List.of());
            text.press("End");
            text.type(" an DE89");
            robot.find(By.name("Stops the reply: Shows an IBAN in public: take it out or answer privately"));
            assertThat(robot.find(By.id("reply.send")).enabled()).isFalse();
            shot(robot, "checks-stop");
            text.press("Ctrl+Enter");
            assertThat(robot.nameless()).isEmpty();
        });
        assertThat(world.house.desk().requests).isEmpty();
        assertThat(world.house.forbidden()).isZero();
    }

    @Test
    void keysAssignSnoozeResolveIgnoreAndTakeBack() throws Exception {
        List<ConversationRef> refs = world.crowd(8);
        window.play((robot, w) -> {
            Found list = open(robot);
            robot.press("A");
            robot.until("it is mine", () -> now(refs.get(0)).assignee() != null);
            robot.press("E");
            robot.until("it is resolved", () -> now(refs.get(0)).state() == ConversationState.RESOLVED);
            robot.until("the list is shorter", () -> list.rowCount() == 7);
            shot(robot, "resolved");
            robot.press("U");
            robot.until("it is open again", () -> now(refs.get(0)).state() == ConversationState.OPEN);
            robot.until("it is back in the list", () -> list.rowCount() == 8);
            robot.press("S");
            robot.contextMenu("Tomorrow");
            robot.until("it is put aside", () -> now(refs.get(0)).state() == ConversationState.SNOOZED);
            robot.press("I");
            robot.contextMenu("Spam");
            robot.until("it is ignored", () -> now(refs.get(1)).state() == ConversationState.IGNORED);
            robot.menu("Conversation", "Resolve");
            robot.until("the menu does it too", () -> now(refs.get(2)).state() == ConversationState.RESOLVED);
        });
        assertThat(world.house.forbidden()).isZero();
    }

    @Test
    void aDeadlineWarnsInListAndHeadByMoreThanItsColour() throws Exception {
        world.crowd(3);
        Profile lena = world.person(world.nordwind, FakeConnector.mail(), "Lena", "lena@example.org");
        Profile omar = world.person(world.alma, FakeConnector.mail(), "Omar", "omar@example.org");
        world.talk(world.nordwind, FakeConnector.mail(), lena)
                .says(Duration.ofHours(3), "Wo bleibt mein Paket?")
                .due(Duration.ofMinutes(-12).minusSeconds(20))
                .save();
        world.talk(world.alma, FakeConnector.mail(), omar)
                .says(Duration.ofHours(1), "Wann kommt der Kaffee?")
                .due(Duration.ofSeconds(50))
                .warn(Duration.ofSeconds(5))
                .save();
        window.play((robot, w) -> {
            Found list = open(robot);
            robot.find(By.id("conversation.time").and(By.textWith("12 min over")));
            assertThat(list.rows(1).toString()).contains("12 min over");
            assertThat(list.rows(5).toString()).contains("0:00 left").contains("due soon");
            shot(robot, "clock-over");
            list.clickRow(3);
            robot.find(By.id("conversation.time").and(By.textWith("due soon: 0:0")));
            shot(robot, "clock-soon");
            list.clickRow(1);
            robot.find(By.id("conversation.time").and(By.text("0:00 left")));
            shot(robot, "clock-left");
        });
        assertThat(world.house.forbidden()).isZero();
    }

    @Test
    void everyControlHasANameAScreenReaderCanSay() throws Exception {
        world.crowd(5);
        Profile person = world.person(world.nordwind, FakeConnector.mail(), "Lena", "lena@example.org");
        World.Talk talk = world.talk(world.nordwind, FakeConnector.mail(), person)
                .subject("Bestellung")
                .due(Duration.ofSeconds(-60));
        talk.add(talk.withEverything(Duration.ofHours(2))).save();
        window.play((robot, w) -> {
            open(robot);
            robot.find(By.id("reply.copies")).click();
            robot.find(By.id("reply.cc"));
            shot(robot, "mail");
            assertThat(robot.nameless()).isEmpty();
            assertThat(robot.ask(() -> unnamed())).isEmpty();
        });
    }

    private static List<String> unnamed() {
        List<String> all = new ArrayList<>();
        for (Shell shell : Display.getDefault().getShells()) {
            all.addAll(AccessibilityCheck.unnamed((Composite) shell));
        }
        return all;
    }

    @Test
    void searchAndBrandFilterOfTheTopBarNarrowTheList() throws Exception {
        world.crowd(30);
        window.play((robot, w) -> {
            Found list = open(robot);
            robot.run(() -> w.post(Topics.SEARCH, "kunde 7"));
            robot.until("7, 17 and 27 are found", () -> list.rowCount() == 3);
            robot.run(() -> w.post(Topics.SEARCH, ""));
            robot.until("all are there again", () -> list.rowCount() == 30);
            robot.run(() ->
                    w.application().getContext().set(ContextKeys.BRANDS, new BrandFilter(Set.of(world.lumio.id()))));
            robot.until("only one brand is left", () -> list.rowCount() == 10);
            robot.run(() -> w.post(Topics.SEARCH, "no such words"));
            robot.find(By.textWith("Nothing found"));
        });
    }

    @Test
    void onANarrowWindowThePersonsCardGoesFirst() throws Exception {
        world.crowd(5);
        window.play((robot, w) -> {
            open(robot);
            robot.find(By.id("inbox.customer"));
            int before = robot.find(LIST).bounds().width;
            robot.run(() -> shell().setSize(1_150, 700));
            robot.gone(By.id("inbox.customer"));
            assertThat(robot.find(LIST).bounds().width).isBetween(before - 30, before + 30);
            shot(robot, "narrow");
            robot.run(() -> shell().setSize(1_400, 860));
            robot.find(By.id("inbox.customer"));
        });
    }

    private static Shell shell() {
        for (Shell shell : Display.getDefault().getShells()) {
            if (shell.isVisible() && shell.getText().equals("Inbox")) {
                return shell;
            }
        }
        throw new IllegalStateException("no window");
    }

    @Test
    void newRowsAreAnnouncedAndNothingMoves() throws Exception {
        world.crowd(60);
        window.play((robot, w) -> {
            Found list = open(robot);
            for (int i = 0; i < 20; i++) {
                robot.press("J");
            }
            robot.until("the row is selected", () -> list.selectedRows().equals(List.of(20)));
            int top = list.ask(Table.class, Table::getTopIndex);
            Profile person = world.person(world.alma, FakeConnector.mail(), "Neu", "neu@example.org");
            world.talk(world.alma, FakeConnector.mail(), person)
                    .says(Duration.ZERO, "Ganz neu")
                    .due(Duration.ofSeconds(5))
                    .save();
            Found bar = robot.find(By.id("inbox.fresh").and(By.name("1 new")));
            assertThat(list.ask(Table.class, Table::getTopIndex)).isEqualTo(top);
            assertThat(list.selectedRows()).containsExactly(20);
            shot(robot, "fresh");
            bar.click();
            robot.until(
                    "the new one stands first", () -> list.rows(1).toString().contains("Neu"));
        });
    }

    @Test
    void whateverPeopleWriteStaysInItsPlace() throws Exception {
        world.crowd(4);
        String name = "Prof. Dr. Maximiliane-Charlotte von Hohenstein-Oberunterbergershausen";
        World.Talk mail = world.talk(
                        world.nordwind,
                        FakeConnector.mail(),
                        world.person(
                                world.nordwind, FakeConnector.mail(), name, "maximiliane.charlotte@long.example.org"))
                .subject("Rückfrage zur Bestellung 4711-0815 und zu allem, was sonst noch offen ist 🙈🙈")
                .due(Duration.ofSeconds(-60));
        List<Attachment> files = new ArrayList<>();
        for (int file = 0; file < 30; file++) {
            files.add(new Attachment(
                    new AttachmentId(world.house.ids.next()),
                    "" + file,
                    "Aufnahme der Naht am Rucksack " + file + ".jpg",
                    "image/jpeg",
                    640_000L,
                    null,
                    null));
        }
        mail.add(mail.message(
                        Duration.ofHours(3),
                        Direction.INBOUND,
                        "Sehr geehrte Damen und Herren, ".repeat(160),
                        null,
                        files,
                        1,
                        MessageKind.MESSAGE,
                        MessageState.PRESENT,
                        false))
                .says(Duration.ofHours(2), "مرحبا، متى يصل طلبي؟ شكرا جزيلا 👩‍👩‍👧 ❤️🇩🇪")
                .says(Duration.ofHours(1), "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6))
                .save();
        window.in(Locale.GERMAN).play((robot, w) -> {
            Found list = open(robot);
            robot.find(By.textWith("Donaudampf"));
            shot(robot, "extremes-de");
            assertThat(robot.nameless()).isEmpty();
            assertThat(robot.ask(InboxWindowTest::sticksOut)).isEmpty();
            robot.run(() -> shell().setSize(1_100, 640));
            robot.gone(By.id("inbox.customer"));
            shot(robot, "extremes-narrow-de");
            assertThat(robot.ask(InboxWindowTest::sticksOut)).isEmpty();
            list.press("R");
            robot.find(TEXT.focused()).type("Guten Tag");
            shot(robot, "extremes-reply-de");
        });
    }

    /** Controls that are seen in part only because their parent has no room for them. */
    private static List<String> sticksOut() {
        List<String> out = new ArrayList<>();
        collect(shell(), out);
        return out;
    }

    private static void collect(Composite parent, List<String> out) {
        Rectangle room = parent.getClientArea();
        for (Control child : parent.getChildren()) {
            Rectangle place = child.getBounds();
            if (child.isVisible() && place.width > 0 && place.x + place.width > room.width + 1) {
                out.add(child + " at " + place + " in " + parent + " of " + room);
            }
            if (child.isVisible() && child instanceof Composite composite) {
                collect(composite, out);
            }
        }
    }
}
