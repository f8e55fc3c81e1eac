package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;
import org.kontor.channel.http.Json;

class NormaliserTest {
    private static Normalised normalised(String sample) {
        return normalised(Samples.json(sample), Origin.RECEIVED);
    }

    private static Normalised normalised(ObjectNode json, Origin origin) {
        return Normaliser.normalise(Samples.account(), Samples.event(json, origin));
    }

    private static Normalised.Item item(String sample) {
        return item(Samples.json(sample));
    }

    private static Normalised.Item item(ObjectNode json) {
        Normalised said = normalised(json, Origin.RECEIVED);
        assertThat(said).isInstanceOf(Normalised.Item.class);
        return (Normalised.Item) said;
    }

    @Test
    void aMentionBeginsAThreadAndCanBeAnswered() {
        Normalised.Item item = item(Samples.MENTION);
        assertThat(item.id().value()).isEqualTo(Samples.URI_OF);
        assertThat(item.version()).isEqualTo("bafyreihcbcovvrcspav53n3qntml5kwuft5bjhhexgal7l6jdazatvyx2u");
        assertThat(item.direction()).isEqualTo(Direction.INBOUND);
        assertThat(item.thread()).isEqualTo(ThreadRef.NONE);
        assertThat(item.author().id().value()).isEqualTo(Samples.OTHER);
        assertThat(item.author().handle()).isEqualTo("@lena-sommer.test");
        assertThat(item.author().displayName()).isEqualTo("Lena Sommer");
        assertThat(item.text()).isEqualTo("Hallo @alma.test, mein Paket fehlt 😢");
        assertThat(item.html())
                .isEqualTo("Hallo <a href=\"https://bsky.app/profile/" + Samples.SELF
                        + "\">@alma.test</a>, mein Paket fehlt 😢");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-22T02:04:11.500Z"));
        assertThat(item.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(item.permalink()).isEqualTo("https://bsky.app/profile/lena-sommer.test/post/3n2ujmfpzok2c");
        ReplyTarget target =
                ReplyTarget.parse(String.valueOf(item.replyTarget())).orElseThrow();
        assertThat(target.root()).isEqualTo(target.parent());
        assertThat(target.parent().uri()).isEqualTo(Samples.URI_OF);
    }

    @Test
    void aReplyHangsUnderItsParentAndIsAnsweredUnderTheRoot() {
        Normalised.Item item = item(Samples.REPLY);
        String base = "at://" + Samples.SELF + "/app.bsky.feed.post/";
        assertThat(item.thread())
                .isEqualTo(new ThreadRef(
                        new ExternalId(base + "3n2ujmroot22c"), List.of(new ExternalId(base + "3n2ujparent2c"))));
        ReplyTarget target =
                ReplyTarget.parse(String.valueOf(item.replyTarget())).orElseThrow();
        assertThat(target.root().cid()).isEqualTo("bafyroot");
        assertThat(target.parent().cid()).isEqualTo("bafyreireply");
        // Nobody confirmed the handle, so the DID stands for it.
        assertThat(item.author().handle()).isEqualTo(Samples.OTHER);
        assertThat(item.permalink()).contains(Samples.OTHER);
    }

    @Test
    void aQuoteShowsWhatItQuotesAndBringsItsPictures() {
        Normalised.Item item = item(Samples.QUOTE);
        assertThat(item.text())
                .isEqualTo("Seht euch das an\n→ https://bsky.app/profile/" + Samples.SELF + "/post/3n2ujmroot22c");
        assertThat(item.attachments())
                .containsExactly(
                        new AttachmentRef(
                                Samples.OTHER + "/bafkreiimage1",
                                "image-1.jpg",
                                "image/jpeg",
                                123_456L,
                                "Ein zerdrücktes Paket"),
                        new AttachmentRef(Samples.OTHER + "/bafkreiimage2", "image-2.png", "image/png", null, null));
        assertThat(item.author().displayName()).isEqualTo("@lena-sommer.test");
    }

    @Test
    void aFilmIsAnAttachmentAndALinkCardIsWrittenOut() {
        assertThat(item(Samples.VIDEO).attachments())
                .containsExactly(new AttachmentRef(
                        Samples.OTHER + "/bafkreivideo1", "video-1.mp4", "video/mp4", 5_000_000L, "Tropft"));
        assertThat(item(Samples.CARD).text())
                .isEqualTo("Test in der Zeitung\n→ Kaffee im Test: https://zeitung.example/test");
    }

    @Test
    void ownRepliesAreOutboundWhereverTheyCameFrom() {
        Normalised.Item own = item(Samples.OWN_REPLY);
        assertThat(own.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(own.author().displayName()).isEqualTo("Alma Kaffee");
        assertThat(own.author().handle()).isEqualTo("@alma.test");
        Normalised view = normalised(Samples.json(Samples.VIEW), Origin.CONTEXT);
        assertThat(view)
                .isInstanceOfSatisfying(
                        Normalised.Item.class, i -> assertThat(i.direction()).isEqualTo(Direction.OUTBOUND));
    }

    @Test
    void anOwnPostIsNoInquiryUntilAThreadNeedsIt() {
        assertThat(normalised(Samples.OWN_POST)).isEqualTo(new Normalised.NotAnInquiry("own-post"));
        assertThat(normalised(Samples.json(Samples.OWN_POST), Origin.CONTEXT)).isInstanceOf(Normalised.Item.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "repost", "follow", "starterpack-joined", "verified", "something-new"})
    void whatNobodyHasToAnswerIsCountedByItsReason(String reason) {
        ObjectNode like = Samples.json(Samples.LIKE).put("reason", reason);
        assertThat(normalised(like, Origin.RECEIVED)).isEqualTo(new Normalised.NotAnInquiry(reason));
    }

    @Test
    void aReasonThatIsNoWordIsCountedAsOther() {
        ObjectNode odd = Samples.json(Samples.LIKE).put("reason", "Höchst <b>sonderbar</b>");
        assertThat(normalised(odd, Origin.RECEIVED)).isEqualTo(new Normalised.NotAnInquiry("other"));
    }

    @Test
    void aClaimToBeOldDoesNotMakeAPostHistory() {
        ObjectNode backdated = Samples.json(Samples.MENTION);
        ((ObjectNode) backdated.path("record")).put("createdAt", "1985-10-26T01:21:00.000Z");
        assertThat(item(backdated).publishedAt()).isEqualTo(Instant.parse("2026-11-22T02:04:12Z"));
        ((ObjectNode) backdated.path("record")).put("createdAt", "2085-10-26T01:21:00.000Z");
        assertThat(item(backdated).publishedAt()).isEqualTo(Instant.parse("2026-11-22T02:04:12Z"));
        ((ObjectNode) backdated.path("record")).remove("createdAt");
        backdated.remove("indexedAt");
        assertThat(item(backdated).publishedAt())
                .as("the time in the record's key")
                .isBetween(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void missingAndUnknownFieldsDoNoHarm() {
        ObjectNode bare = Json.object().put("uri", Samples.URI_OF).put("reason", "mention");
        bare.set("record", Json.object().put("$type", "app.bsky.feed.post"));
        bare.put("somethingNew", 5);
        Normalised.Item item = item(bare);
        assertThat(item.text()).isEmpty();
        assertThat(item.author().id().value()).isEqualTo(Samples.OTHER);
        assertThat(item.replyTarget())
                .as("without a content id it cannot be answered")
                .isNull();
    }

    @Test
    void aTombstoneIsADeletion() {
        assertThat(Normaliser.normalise(Samples.account(), Events.gone(Samples.URI_OF, Samples.SELF)))
                .isEqualTo(new Normalised.Deleted(new ExternalId(Samples.URI_OF), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"text\"", "{}", "{\"uri\":\"x\",\"reason\":\"mention\"}", "\uFEFF"})
    void whatCannotBeReadIsVisible(String payload) {
        assertThat(Normaliser.normalise(Samples.account(), Samples.raw(payload.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Normalised.Unreadable.class);
    }

    @Test
    void whatChangesFromLookToLookIsNoPartOfAnEvent() {
        ObjectNode once = Samples.json(Samples.MENTION);
        ObjectNode again = Samples.json(Samples.MENTION).put("isRead", true);
        ((ObjectNode) again.path("author")).set("viewer", Json.object().put("following", "at://x"));
        assertThat(Samples.event(again, Origin.RECEIVED)).isEqualTo(Samples.event(once, Origin.RECEIVED));
    }
}
