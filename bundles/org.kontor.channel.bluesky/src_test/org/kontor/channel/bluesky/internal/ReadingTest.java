package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Normalised;
import org.kontor.channel.bluesky.internal.FakeNetwork.Answer;
import org.kontor.channel.http.Json;

class ReadingTest {
    private static final String LIST = "app.bsky.notification.listNotifications";
    private static final String OWN = "com.atproto.repo.listRecords";

    private final FakeWorld world = new FakeWorld();
    private final Services services = new Services();
    private final TestAccount account = new TestAccount(world.service(), "alma.test", "app-password");
    private final House house = new House(services.connector, account);
    private ChannelSession session = services.connector.open(account);

    @AfterEach
    void end() {
        session.close();
        services.close();
        world.close();
    }

    private ObjectNode mention(int number, Instant at) {
        String did = world.stranger().did;
        ObjectNode record = Json.object()
                .put("uri", "at://" + did + "/app.bsky.feed.post/" + Tid.of(at, "" + number))
                .put("cid", "bafy" + number);
        record.set("value", Json.object().put("text", "Frage " + number).put("createdAt", at.toString()));
        return world.network.notify(record, did, "mention", at);
    }

    private void mentions(int from, int to, Instant newest) {
        for (int i = from; i < to; i++) {
            mention(i, newest.minusSeconds(20L * (to - i)));
        }
    }

    private void reopen() {
        session.close();
        session = services.connector.open(account);
    }

    @Test
    void manyPagesAreReadOnceAndNothingTwice() {
        mentions(0, 230, Instant.now().minusSeconds(180 * 20));
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(230);
        mentions(230, 410, Instant.now());
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(410);
        assertThat(house.repeats).isZero();
        int calls = world.network.calls(LIST);
        assertThat(house.read(session)).isEmpty();
        assertThat(world.network.calls(LIST)).isEqualTo(calls + 1);
        assertThat(house.delivered).isEqualTo(410);
    }

    @Test
    void aStormInWhichOldAndNewMixLosesNothing() {
        Instant now = Instant.now();
        for (int i = 0; i < 450; i += 3) {
            mention(i, now.minusSeconds(450 - i));
        }
        house.read(session);
        for (int i = 0; i < 450; i++) {
            if (i % 3 != 0) {
                mention(i, now.minusSeconds(450 - i));
            }
            if (i % 90 == 0) {
                assertThat(house.read(session)).isEmpty();
            }
        }
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(450);
    }

    @Test
    void nothingNewLeavesTheCursorAsItIs() {
        mentions(0, 3, Instant.now());
        house.read(session);
        Cursor before = house.cursor;
        house.read(session);
        assertThat(house.cursor).isEqualTo(before);
        assertThat(house.cursor.value().length()).isLessThan(12_000);
    }

    @Test
    void aWalkThatBreaksOffGoesOnWhereItWas() {
        mentions(0, 230, Instant.now());
        world.network.fault(
                LIST, (call, number) -> number >= 3 && number <= 5 ? Answer.error(502, "UpstreamFailure", "x") : null);
        assertThat(house.read(session)).isPresent();
        assertThat(house.items).hasSize(100);
        mentions(230, 250, Instant.now().plusSeconds(1));
        reopen();
        assertThat(house.read(session)).isEmpty();
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(250);
    }

    @Test
    void wrongOrderAndRepeatsInAPageChangeNothing() {
        mentions(0, 40, Instant.now());
        world.network.notifications.addAll(world.network.notifications.subList(0, 8));
        Collections.shuffle(world.network.notifications, new Random(20261122L));
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(40);
        assertThat(house.repeats).isZero();
        Collections.shuffle(world.network.notifications, new Random(4711L));
        house.read(session);
        assertThat(house.delivered).isEqualTo(40);
    }

    @Test
    void whatComesLateAmongKnownOnesIsNoticed() {
        mentions(0, 10, Instant.now());
        house.read(session);
        mention(77, Instant.now().minusSeconds(5));
        mention(78, Instant.now().minus(Duration.ofHours(3)));
        house.read(session);
        assertThat(house.saying("Frage 77")).hasSize(1);
        assertThat(house.saying("Frage 78"))
                .as("an author whose clock is three hours slow")
                .hasSize(1);
    }

    @Test
    void readingBeginsTwoWeeksBeforeTheAccountDoes() {
        Instant start = account.account().workFrom();
        mention(1, start.minus(Duration.ofDays(15)));
        mention(2, start.minus(Duration.ofDays(13)));
        mention(3, Instant.now());
        house.read(session);
        house.read(session);
        assertThat(house.items.values()).extracting(Normalised.Item::text).containsExactly("Frage 3", "Frage 2");
    }

    @Test
    void aBrandWithManyPostsOfItsOwnIsReadToTheEnd() {
        for (int i = 0; i < 120; i++) {
            world.brand().post("Beitrag " + i, null);
        }
        house.read(session);
        assertThat(house.meanings).hasSize(120).containsOnly(new Normalised.NotAnInquiry("own-post"));
        reopen();
        house.read(session);
        assertThat(house.delivered).isEqualTo(120);
    }

    @Test
    void entriesThatNobodyUnderstandsAreKeptAndTheRestIsRead() {
        mentions(0, 2, Instant.now());
        ObjectNode bare = Json.object().put("reason", "mention");
        world.network.notifications.add(1, bare);
        ObjectNode noTime = mention(5, Instant.now());
        noTime.remove("indexedAt");
        house.read(session);
        house.read(session);
        assertThat(house.items).hasSize(3);
        assertThat(house.meanings).hasAtLeastOneElementOfType(Normalised.Unreadable.class);
        assertThat(house.delivered).isEqualTo(4);
    }

    @Test
    void anAnswerThatIsNoListIsAFaultAndTheCursorStays() {
        mentions(0, 2, Instant.now());
        house.read(session);
        Cursor before = house.cursor;
        world.network.fault(
                LIST, (call, number) -> Answer.raw(200, "{\"notifications\":\"keine\"}", java.util.Map.of()));
        assertThat(house.read(session))
                .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(FaultKind.PROTOCOL));
        world.network.fault(
                LIST, (call, number) -> Answer.raw(200, "{\"notifications\":[{\"uri\":", java.util.Map.of()));
        assertThat(house.read(session))
                .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(FaultKind.PROTOCOL));
        assertThat(house.cursor).isEqualTo(before);
    }

    @Test
    void aPageThatIsNotKnownAnyMoreBeginsTheWalkAnew() {
        mentions(0, 120, Instant.now());
        world.network.fault(
                LIST, (call, number) -> number == 2 ? Answer.error(400, "InvalidRequest", "Malformed cursor") : null);
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(50);
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(120);
    }

    @Test
    void aFaultOfTheOwnPostsIsNotHiddenByNewMentions() {
        mention(1, Instant.now());
        world.network.fault(OWN, (call, number) -> Answer.error(500, "InternalServerError", "x"));
        assertThat(house.read(session)).isPresent();
        assertThat(house.saying("Frage 1")).hasSize(1);
    }

    @Test
    void aCursorOfSomebodyElseReadsEverythingAgain() {
        mentions(0, 3, Instant.now());
        house.cursor = new Cursor("{\"notifications\":{\"mark\":\"gestern\",\"seen\":[]},\"own\":7}");
        assertThat(house.read(session)).isEmpty();
        assertThat(house.items).hasSize(3);
        house.cursor = new Cursor("rubbish");
        assertThat(house.read(session)).isEmpty();
        assertThat(house.repeats).isEqualTo(3);
    }

    @Test
    void aNotificationFromTheFutureDoesNotHideThePresent() {
        mention(1, Instant.now().plus(Duration.ofDays(400)));
        house.read(session);
        for (int i = 2; i < 70; i++) {
            mention(i, Instant.now().plusMillis(i));
        }
        house.read(session);
        assertThat(house.items).hasSize(69);
    }
}
