package org.kontor.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.api.channel.TextLimit;

class TextUnitTest {
    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

    /** Signs that are easily miscounted, written as escapes so that no editor can change them on the way. */
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("nothing at all", "", 0, 0, 0),
                arguments("plain letters", "Hallo", 5, 5, 5),
                arguments("umlauts", "\u00fc\u00f6\u00e4\u00df", 4, 4, 8),
                arguments("an umlaut made of two parts", "u\u0308", 2, 1, 3),
                arguments("the euro sign", "\u20ac", 1, 1, 3),
                arguments("one emoji", "\ud83d\ude00", 1, 1, 4),
                arguments("a family joined by ZWJ", FAMILY, 5, 1, 18),
                arguments("a thumb with a skin tone", "\ud83d\udc4d\ud83c\udffd", 2, 1, 8),
                arguments("a heart made red", "\u2764\ufe0f", 2, 1, 6),
                arguments("a flag", "\ud83c\udde9\ud83c\uddea", 2, 1, 8),
                arguments("two flags", "\ud83c\udde9\ud83c\uddea\ud83c\udde6\ud83c\uddf9", 4, 2, 16),
                arguments("a keycap", "1\ufe0f\u20e3", 3, 1, 7),
                arguments("Hebrew with a point", "\u05e9\u05c1\u05dc\u05d5\u05dd", 5, 4, 10),
                arguments("Arabic", "\u0645\u0631\u062d\u0628\u0627", 5, 5, 10),
                arguments("a right-to-left mark", "a\u200fb", 3, 3, 5),
                arguments("Hangul made of parts", "\u1112\u1161\u11ab", 3, 1, 9),
                arguments("a Windows line break", "a\r\nb", 4, 3, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void eachUnitCountsWhatItsNameSays(String what, String text, int characters, int graphemes, int bytes) {
        assertThat(TextUnit.CHARACTERS.count(text)).as("characters of %s", what).isEqualTo(characters);
        assertThat(TextUnit.GRAPHEMES.count(text)).as("graphemes of %s", what).isEqualTo(graphemes);
        assertThat(TextUnit.BYTES.count(text)).as("bytes of %s", what).isEqualTo(bytes);
    }

    @Test
    void aLimitIsInclusiveAndGoesNegativeBeyondIt() {
        TextLimit limit = new TextLimit(TextUnit.GRAPHEMES, 3);
        assertThat(limit.left(FAMILY.repeat(3))).isZero();
        assertThat(limit.left(FAMILY.repeat(4))).isEqualTo(-1);
    }

    @Test
    void aLongTextIsCountedWithoutRunningOutOfStack() {
        assertThat(TextUnit.GRAPHEMES.count(FAMILY.repeat(50_000))).isEqualTo(50_000);
    }
}
