package org.kontor.simulator.internal.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kontor.simulator.internal.journal.Json;

class CidTest {

    @Test
    void identifiersAreThoseOfTheNetwork() throws IOException {
        // computed with npm @atproto/common
        assertThat(Cid.ofBlob(new byte[0])).isEqualTo("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
        assertThat(Cid.ofRecord(Json.object()))
                .isEqualTo("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");
        String record = """
                {"$type":"app.bsky.feed.post","text":"Grüße ☕","langs":["de"],"createdAt":"2026-03-01T10:00:00.000Z",
                 "n":[0,23,24,255,256,65535,65536,-1,-25],"yes":true,"nothing":null,
                 "image":{"$link":"bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"}}""";
        assertThat(Cid.ofRecord(Json.parse(record.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("bafyreiay2465kehp7776y57xo3uyfeowbgdp3zbv7fm5w2pvuvtsvug4ye");
    }

    @Test
    void keysSortByTheirTime() {
        Tid tids = new Tid();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        String first = tids.next(now);
        String second = tids.next(now);
        assertThat(second).isGreaterThan(first).hasSize(13);
        assertThat(Tid.at(now.minusSeconds(1), 5)).isLessThan(first);
        assertThat(Formats.fits("tid", first)).isTrue();
    }
}
