package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    private static final Map<String, String> DIDS = Map.of("lena.example", Samples.OTHER);

    /** What each facet covers, cut out of the text by its bytes. */
    private static List<String> covered(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return StreamSupport.stream(RichText.facets(text, DIDS).spliterator(), false)
                .map(f -> new String(
                        Arrays.copyOfRange(
                                bytes,
                                f.path("index").path("byteStart").asInt(),
                                f.path("index").path("byteEnd").asInt()),
                        StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Schöne Grüße 👩‍👩‍👧‍👦 ", "שלום עולם ", "中文 ", "é́ ", "🇩🇪🏳️‍🌈 "})
    void rangesAreCountedInBytesWhateverStandsBefore(String before) {
        assertThat(covered(before + "@lena.example siehe https://alma.example/ä?x=1 #Käse"))
                .containsExactly("@lena.example", "https://alma.example/ä?x=1", "#Käse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(https://alma.example/a)|https://alma.example/a",
                        "https://alma.example/a_(b).|https://alma.example/a_(b)",
                "„https://x.example“ https://alma.example/!|https://alma.example/", "#Hilfe, bitte|#Hilfe",
                "#über-uns!|#über-uns"
            })
    void whatBelongsToTheSentenceIsNotTaken(String text, String expected) {
        assertThat(covered(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail@lena.example", "@lena", "@unbekannt.example", "#", "#123", "ab#tag", "http:/x", "# leer"})
    void whatOnlyLooksLikeItIsNotMarked(String text) {
        assertThat(covered(text)).isEmpty();
    }

    @Test
    void mentionsAreFoundInLowerCaseAndOnce() {
        assertThat(RichText.mentions("@Lena.Example und @lena.example, (@jonas.test) x@y.z"))
                .containsExactly("jonas.test", "lena.example");
    }

    @Test
    void facetsBecomeLinksAndTheTextIsEscaped() {
        String text = "Täglich <b>neu</b>: alma.example & mehr";
        JsonNode facets = Samples.json("""
            {"f":[{"index":{"byteStart":21,"byteEnd":33},"features":[{"uri":"https://alma.example/\\"x"}]}]}
            """).path("f");
        assertThat(RichText.html(text, facets))
                .isEqualTo(
                        "Täglich &lt;b&gt;neu&lt;/b&gt;: <a href=\"https://alma.example/&quot;x\">alma.example</a> &amp; mehr");
    }

    @ParameterizedTest
    @CsvSource({"-1,3", "0,0", "5,2", "0,999", "1,3", "0,2", "2147483647,2147483647"})
    void rangesThatMakeNoSenseAreLeftAway(int from, int to) {
        JsonNode facets = Samples.json("{\"f\":[{\"index\":{\"byteStart\":" + from + ",\"byteEnd\":" + to
                        + "},\"features\":[{\"uri\":\"https://x.example\"}]}]}")
                .path("f");
        assertThat(RichText.html("üä", facets))
                .satisfiesAnyOf(
                        html -> assertThat(html).isNull(),
                        html -> assertThat(html).isEqualTo("<a href=\"https://x.example\">ü</a>ä"));
    }

    @Test
    void noOtherKindOfAddressBecomesALink() {
        JsonNode facets = Samples.json("""
            {"f":[{"index":{"byteStart":0,"byteEnd":1},"features":[{"uri":"javascript:alert(1)"}]},
                  {"index":{"byteStart":1,"byteEnd":2},"features":[{"did":"did:x:\\"><script>"}]}]}
            """).path("f");
        assertThat(RichText.html("abc", facets)).isNull();
    }
}
