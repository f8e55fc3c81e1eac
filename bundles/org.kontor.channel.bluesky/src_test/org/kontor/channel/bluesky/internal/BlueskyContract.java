package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.FetchesAttachments.Fetched;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.channel.http.Json;

/** What the connector has to do on every Bluesky network. */
abstract class BlueskyContract {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final World world;
    private final Services services = new Services();
    private final TestAccount account;
    private final House house;
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private BlueskySession session;

    BlueskyContract(World world) {
        this.world = world;
        account = new TestAccount(world.service(), world.directory(), world.brandHandle(), world.brandPassword());
        session = open();
        house = new House(services.connector, account);
    }

    private BlueskySession open() {
        return (BlueskySession) services.connector.open(account);
    }

    @AfterEach
    void end() throws Exception {
        session.close();
        services.close();
        world.close();
    }

    /** Reads until a message with this text is there. */
    private Normalised.Item arrived(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            assertThat(house.read(session)).isEmpty();
            return !house.saying(text).isEmpty();
        });
        return house.saying(text).get(0);
    }

    private Normalised.Item mention() {
        String text = "Hallo @" + world.brandHandle() + ", wo bleibt mein Päckchen? 📦 " + mark;
        world.stranger().post(text, null, world.brand());
        return arrived(text);
    }

    private Attempt reply(Normalised.Item to, String text) {
        return attempt(Outgoing.text(ReplyMode.PUBLIC, target(to), to.id(), text));
    }

    private static String target(Normalised.Item item) {
        String target = item.replyTarget();
        if (target == null) {
            throw new AssertionError("cannot be answered: " + item.id());
        }
        return target;
    }

    private Attempt attempt(Outgoing outgoing) {
        Instant now = Instant.now();
        return new Attempt(session.newKey(outgoing, now), outgoing, now, 1);
    }

    private static Attempt again(Attempt attempt) {
        return new Attempt(attempt.key(), attempt.reply(), attempt.queuedAt(), attempt.number() + 1);
    }

    private List<JsonNode> recordsSaying(String text) {
        return world.stranger().posts(world.brand().did).stream()
                .filter(r -> r.path("value").path("text").asText().equals(text))
                .toList();
    }

    private static Sent.Accepted accepted(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Accepted.class);
        return (Sent.Accepted) sent;
    }

    private static Fault refused(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Refused.class);
        return ((Sent.Refused) sent).fault();
    }

    @Test
    void aMentionAppearsOnceAndItsAnswerStandsUnderIt() {
        Normalised.Item item = mention();
        assertThat(item.direction()).isEqualTo(Direction.INBOUND);
        assertThat(item.author().id().value()).isEqualTo(world.stranger().did);
        assertThat(item.html()).contains("https://bsky.app/profile/" + world.brand().did);
        assertThat(house.read(session)).isEmpty();
        assertThat(house.saying(item.text())).hasSize(1);

        String text =
                "Hallo @" + world.stranger().handle + ", wir schauen nach 🔎 https://alma.example/sendung " + mark;
        Attempt attempt = reply(item, text);
        Sent.Accepted accepted = accepted(session.send(attempt, monitor));
        JsonNode record = recordsSaying(text).get(0);
        assertThat(record.path("uri").asText()).isEqualTo(accepted.id().value()).endsWith(attempt.key());
        assertThat(record.path("value").path("reply").path("parent").path("uri").asText())
                .isEqualTo(item.id().value());
        assertThat(record.path("value").path("facets")).hasSize(2);

        // The receipt and the echo in the brand's own posts are one event.
        house.take(List.of(accepted.receipt().orElseThrow()));
        session.close();
        session = open();
        int before = house.repeats;
        assertThat(house.read(session)).isEmpty();
        assertThat(house.repeats).isEqualTo(before + 1);
        assertThat(house.saying(text)).singleElement().satisfies(echo -> {
            assertThat(echo.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(echo.thread().parents()).containsExactly(item.id());
        });
    }

    @Test
    void aReplyInTheThreadComesWithItsThread() {
        Normalised.Item item = mention();
        String ours = "Ist unterwegs " + mark;
        Sent.Accepted sent = accepted(session.send(reply(item, ours), monitor));
        // Nobody answers what he does not see yet; an AppView that meets an answer before its parent tells nobody of
        // it.
        await().atMost(PATIENCE).until(() -> world.stranger().sees(sent.id().value()));
        String cid = recordsSaying(ours).get(0).path("cid").asText();
        ReplyTarget.Ref root = ReplyTarget.parse(target(item)).orElseThrow().root();
        String text = "Danke! " + mark;
        world.stranger()
                .post(text, new ReplyTarget(root, new ReplyTarget.Ref(sent.id().value(), cid)));
        Normalised.Item answer = arrived(text);
        assertThat(answer.thread().root()).isEqualTo(item.id());
        assertThat(answer.thread().parents()).containsExactly(sent.id());

        Received context = session.context(answer.id(), monitor);
        assertThat(context).isInstanceOf(Received.Page.class);
        House above = new House(services.connector, account);
        above.take(((Received.Page) context).events());
        assertThat(above.items.values())
                .extracting(i -> i.id().value())
                .containsExactly(item.id().value(), sent.id().value());
        assertThat(above.items.values())
                .extracting(Normalised.Item::direction)
                .containsExactly(Direction.INBOUND, Direction.OUTBOUND);
    }

    @Test
    void anAnswerGivenWithAnotherClientIsNoticed() {
        Normalised.Item item = mention();
        ReplyTarget target = ReplyTarget.parse(target(item)).orElseThrow();
        String text = "Vom Handy beantwortet " + mark;
        world.brand().post(text, target);
        session.close();
        session = open();
        Normalised.Item answer = arrived(text);
        assertThat(answer.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(answer.thread().parents()).containsExactly(item.id());
    }

    @Test
    void aLikeIsCountedAndIsNoInquiry() {
        ReplyTarget.Ref post = world.brand().post("Neue Röstung! " + mark, null);
        world.stranger().like(post);
        await().atMost(PATIENCE).until(() -> {
            assertThat(house.read(session)).isEmpty();
            return house.meanings.contains(new Normalised.NotAnInquiry("like"));
        });
        assertThat(house.meanings).contains(new Normalised.NotAnInquiry("own-post"));
    }

    @Test
    void tokensThatExpiredAreRenewedWithoutLossOrDouble() {
        Normalised.Item item = mention();
        Tokens before = account.tokens();
        session.close();
        account.replaceAccessToken(world.expired(before.accessJwt()));
        session = open();
        String text = "Nach dem Ablauf " + mark;
        accepted(session.send(reply(item, text), monitor));
        assertThat(recordsSaying(text)).hasSize(1);
        assertThat(account.tokens().refreshJwt()).isNotEqualTo(before.refreshJwt());
        String more = "Noch etwas, @" + world.brandHandle() + " " + mark;
        world.stranger().post(more, null, world.brand());
        arrived(more);
        assertThat(house.saying(item.text())).hasSize(1);
    }

    @Test
    void aSessionThatIsDeadIsReplacedByTheAppPassword() {
        assertThat(house.read(session)).isEmpty();
        Tokens before = account.tokens();
        session.close();
        account.keepSecret(
                SignIn.SECRET,
                new Tokens(before.madeFor(), before.did(), before.handle(), before.pds(), "dead", "dead").secret());
        session = open();
        assertThat(house.read(session)).isEmpty();
        assertThat(account.tokens().did()).isEqualTo(before.did());
        assertThat(account.tokens().refreshJwt()).isNotEqualTo("dead");
    }

    @Test
    void aSecondTryUnderTheSameKeyFindsTheFirst() {
        Attempt attempt = reply(mention(), "Einmal genügt " + mark);
        Sent.Accepted first = accepted(session.send(attempt, monitor));
        // As if the first answer had been lost: both with and without the look before.
        assertThat(accepted(session.send(again(attempt), monitor)).id()).isEqualTo(first.id());
        assertThat(accepted(session.send(attempt, monitor)).id()).isEqualTo(first.id());
        assertThat(recordsSaying(attempt.reply().text())).hasSize(1);
    }

    @Test
    void whatWasSentIsFoundAndWhatWasNotIsAbsent() {
        Attempt attempt = reply(mention(), "Gefunden? " + mark);
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.Absent.class);
        accepted(session.send(attempt, monitor));
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.Present.class);
        Attempt other = new Attempt(
                attempt.key(),
                Outgoing.text(
                        ReplyMode.PUBLIC,
                        attempt.reply().replyTarget(),
                        attempt.reply().parent(),
                        "anders"),
                attempt.queuedAt(),
                2);
        assertThat(session.find(other, monitor)).isInstanceOf(Found.CannotTell.class);
    }

    @Test
    void aServerThatRestartsInBetweenLosesAndDoublesNothing() throws Exception {
        Normalised.Item item = mention();
        Attempt attempt = reply(item, "Vor dem Neustart " + mark);
        accepted(session.send(attempt, monitor));
        world.restart();
        assertThat(accepted(session.send(again(attempt), monitor)).id().value()).endsWith(attempt.key());
        assertThat(recordsSaying(attempt.reply().text())).hasSize(1);
        String text = "Nach dem Neustart, @" + world.brandHandle() + " " + mark;
        world.stranger().post(text, null, world.brand());
        arrived(text);
        assertThat(house.read(session)).isEmpty();
        assertThat(house.saying(text)).hasSize(1);
        assertThat(house.saying(item.text())).hasSize(1);
    }

    @Test
    void aDeletedPostIsNoticedAndCannotBeAnswered() {
        Normalised.Item item = mention();
        Normalised.Item stays = mentionOf("bleibt");
        world.stranger().delete(item.id().value());
        List<Normalised> gone = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            Received missing = session.missing(List.of(item.id(), stays.id()), monitor);
            assertThat(missing).isInstanceOf(Received.Page.class);
            ((Received.Page) missing).events().forEach(e -> gone.addAll(services.connector.normalise(account, e)));
            return !gone.isEmpty();
        });
        assertThat(gone).containsOnly(new Normalised.Deleted(item.id(), null));
        assertThat(refused(session.send(reply(item, "zu spät " + mark), monitor))
                        .kind())
                .isEqualTo(FaultKind.PERMANENT);
        assertThat(recordsSaying("zu spät " + mark)).isEmpty();
    }

    private Normalised.Item mentionOf(String text) {
        String whole = "@" + world.brandHandle() + " " + text + " " + mark;
        world.stranger().post(whole, null, world.brand());
        return arrived(whole);
    }

    @Test
    void anOwnReplyThatWasDeletedElsewhereIsNoticed() {
        Sent.Accepted sent = accepted(session.send(reply(mention(), "Versehen " + mark), monitor));
        world.brand().delete(sent.id().value());
        Received missing = session.missing(List.of(sent.id()), monitor);
        assertThat(((Received.Page) missing).events())
                .extracting(RawEvent::origin)
                .containsExactly(Origin.RECONCILED);
    }

    @Test
    void whoBlockedTheBrandCannotBeAnswered() {
        String text = "@" + world.brandHandle() + " nie wieder " + mark;
        world.blocker().post(text, null, world.brand());
        Normalised.Item item = arrived(text);
        ReplyTarget.Ref block = world.blocker().block(world.brand());
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Attempt attempt = reply(item, "Schade " + UUID.randomUUID());
                assertThat(refused(session.send(attempt, monitor)).kind()).isEqualTo(FaultKind.PERMISSION);
            });
            // Blocked is not deleted.
            assertThat(((Received.Page) session.missing(List.of(item.id()), monitor)).events())
                    .isEmpty();
        } finally {
            world.blocker().delete(block.uri());
        }
    }

    @Test
    void aWrongPasswordBlamesItsSettingAndIsNotTriedOverAndOver() {
        TestAccount wrong = new TestAccount(world.service(), world.brandHandle(), "wrong-wrong-wrong");
        try (ChannelSession denied = services.connector.open(wrong)) {
            for (int i = 0; i < 3; i++) {
                Received received = denied.receive(Cursor.START, monitor);
                assertThat(received).isInstanceOf(Received.Failed.class);
                Fault fault = ((Received.Failed) received).fault();
                assertThat(fault.kind()).isEqualTo(FaultKind.AUTH);
                assertThat(fault.setting()).isEqualTo(BlueskySettings.PASSWORD);
            }
            Health health = denied.health(monitor);
            assertThat(health.well()).isFalse();
            assertThat(health.checks()).extracting(Health.Check::name).endsWith("check.signin");
        }
    }

    @Test
    void aHealthyAccountPassesEveryStep() {
        Health health = session.health(monitor);
        assertThat(health.checks()).allMatch(c -> c.fault() == null);
        assertThat(health.checks())
                .extracting(Health.Check::name)
                .contains("check.service", "check.handle", "check.signin", "check.access", "check.read");
    }

    @Test
    void anUnknownHandleBlamesItsSetting() {
        TestAccount nobody = new TestAccount(world.service(), "nobody-" + mark + ".test", "x");
        try (ChannelSession unknown = services.connector.open(nobody)) {
            assertThat(unknown.health(monitor).checks()).last().satisfies(check -> {
                assertThat(check.name()).isEqualTo("check.handle");
                Fault fault = check.fault();
                assertThat(fault == null ? "" : fault.setting()).isEqualTo(BlueskySettings.HANDLE);
            });
        }
    }

    @Test
    void aPictureGoesOutAndComesBack() {
        byte[] picture = Pictures.png(40, 30);
        Normalised.Item item = mention();
        String text = "So sieht es aus " + mark;
        Outgoing outgoing = new Outgoing(
                ReplyMode.PUBLIC,
                target(item),
                item.id(),
                null,
                text,
                List.of(),
                List.of(),
                List.of(new OutgoingAttachment("kaffee.png", "image/png", picture, "Eine Tasse")));
        Sent.Accepted sent = accepted(session.send(attempt(outgoing), monitor));
        RawEvent receipt = sent.receipt().orElseThrow();
        Normalised.Item own =
                (Normalised.Item) services.connector.normalise(account, receipt).get(0);
        AttachmentRef attachment = own.attachments().get(0);
        assertThat(attachment.description()).isEqualTo("Eine Tasse");
        assertThat(recordsSaying(text)
                        .get(0)
                        .path("value")
                        .path("embed")
                        .path("images")
                        .get(0)
                        .path("aspectRatio"))
                .isEqualTo(Json.object().put("width", 40).put("height", 30));
        Fetched fetched = session.fetch(attachment, receipt, 1_000_000, monitor);
        assertThat(fetched).isInstanceOf(Fetched.Content.class);
        assertThat(((Fetched.Content) fetched).bytes()).isEqualTo(picture);
        assertThat(session.fetch(attachment, receipt, 10, monitor)).isInstanceOf(Fetched.Failed.class);
    }

    @Test
    void reconcilingReadsEverythingAgain() {
        Normalised.Item item = mention();
        String text = "Schon beantwortet " + mark;
        accepted(session.send(reply(item, text), monitor));
        House second = new House(services.connector, account);
        Cursor page = Cursor.START;
        boolean more = true;
        while (more) {
            Received received = session.reconcile(Instant.now().minus(Duration.ofHours(1)), page, monitor);
            assertThat(received).isInstanceOf(Received.Page.class);
            Received.Page found = (Received.Page) received;
            assertThat(found.events()).allMatch(e -> e.origin() == Origin.RECONCILED);
            second.take(found.events());
            page = found.next();
            more = found.more();
        }
        assertThat(second.saying(item.text())).hasSize(1);
        assertThat(second.saying(text)).hasSize(1);
        assertThat(session.reconcile(Instant.now().plusSeconds(3_600), Cursor.START, monitor))
                .isEqualTo(new Received.Page(List.of(), new Cursor("o:"), true));
    }
}
