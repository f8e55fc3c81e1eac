package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.Faults;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.Json;
import org.kontor.channel.http.RateReader;
import org.kontor.channel.http.WebAddress;

class JsonAndHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static JsonNode read(String text) throws Json.Broken {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer.Response response(int status, Map<String, List<String>> headers) {
        return new HttpAnswer.Response(status, headers, new byte[0]);
    }

    @Test
    void equalContentIsWrittenEqually() throws Json.Broken {
        assertThat(Json.write(read("{ \"b\": [1, {\"y\":2,\"x\":1}], \"a\":\"ä\" }")))
                .isEqualTo(Json.write(read("{\"a\":\"\\u00e4\",\"b\":[1,{\"x\":1,\"y\":2}]}")));
    }

    @Test
    void halfSurrogatesAndNulsBecomeReplacementCharacters() throws Json.Broken {
        JsonNode node = read("{\"a\":\"x\\ud83dy\\u0000\\ud83d\\ude22\"}");
        assertThat(Json.text(node, "a")).isEqualTo("x\uFFFDy\uFFFD😢");
        assertThat(Json.text(Json.read(Json.write(node)), "a")).isEqualTo("x\uFFFDy\uFFFD😢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"a\":geheim}", "{} x", "[1,2", "nul"})
    void whatIsNotJsonIsBrokenAndTheMessageHoldsNoContent(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Json.Broken.class).hasMessageNotContaining("geheim");
    }

    @Test
    void nestingWithoutReasonIsBrokenAndNotAnOverflow() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(Json.Broken.class);
    }

    @Test
    void missingAndMistypedFieldsAreNull() throws Json.Broken {
        JsonNode node = read("{\"a\":{\"b\":[]},\"t\":\"2026-11-22T11:00:00.123+01:00\",\"n\":5}");
        assertThat(Json.text(node, "a", "b")).isNull();
        assertThat(Json.text(node, "x", "y")).isNull();
        assertThat(Json.text(node, "n")).isEqualTo("5");
        assertThat(Json.instant(node, "t")).isEqualTo(Instant.parse("2026-11-22T10:00:00.123Z"));
        assertThat(Json.instant(node, "a")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, PERMANENT",
        "401, AUTH",
        "403, PERMISSION",
        "404, PERMANENT",
        "408, TRANSIENT",
        "413, PERMANENT",
        "429, RATE",
        "500, TRANSIENT",
        "503, TRANSIENT",
        "304, PROTOCOL"
    })
    void everyStatusHasItsClass(int status, FaultKind kind) {
        assertThat(Faults.ofStatus(response(status, Map.of()), NOW).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30|2026-11-22T10:00:30Z",
                "Sun, 22 Nov 2026 10:01:00 GMT|2026-11-22T10:01:00Z",
                "Sun, 22 Nov 2020 10:01:00 GMT|2026-11-22T10:00:00Z",
                "999999999|2026-11-23T10:00:00Z",
                "soon|",
                "-5|"
            })
    void retryAfterIsSecondsOrADateAndNeverAbsurd(String value, String expected) {
        assertThat(Faults.retryAfter(response(429, Map.of("retry-after", List.of(value))), NOW)
                        .map(Instant::toString))
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"1795341900", "300", "2026-11-22T10:05:00Z"})
    void theResetOfARateLimitComesInThreeForms(String reset) {
        RateReader reader = RateReader.named("l", "r", "x");
        Instant expected = reset.startsWith("17") ? Instant.ofEpochSecond(1795341900L) : NOW.plusSeconds(300);
        assertThat(reader.read(response(200, Map.of("l", List.of("10"), "r", List.of("3"), "x", List.of(reset))), NOW)
                        .orElseThrow()
                        .resetAt())
                .isEqualTo(expected);
        assertThat(reader.read(response(200, Map.of("l", List.of("x"), "r", List.of("3"), "x", List.of(reset))), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bsky.social, https://bsky.social", "https://Bsky.Social/, https://bsky.social",
        "http://localhost:2583, http://localhost:2583", "http://127.0.0.1:1/x?y, http://127.0.0.1:1",
        "http://[::1]:80, http://[::1]:80"
    })
    void anAddressIsReadAsPeopleTypeIt(String typed, String address) {
        assertThat(WebAddress.parse(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://bsky.social", "ftp://x.example", "https://", "a b", "https://u:p@x.example"})
    void anAddressThatCannotBeUsedIsRefusedWithAReason(String typed) {
        assertThatThrownBy(() -> WebAddress.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address");
    }
}
