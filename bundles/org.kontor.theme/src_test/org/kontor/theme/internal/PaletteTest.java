package org.kontor.theme.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Theme;
import org.kontor.ui.api.theme.Token;

class PaletteTest {
    /** Words and the grounds that they stand on. */
    private record Pair(Token ink, List<Token> grounds) {}

    private static final List<Token> GROUNDS =
            List.of(Token.SURFACE, Token.CANVAS, Token.HOVER, Token.SELECTED, Token.CHIP);

    private static final List<Pair> PAIRS = List.of(
            new Pair(Token.TEXT, GROUNDS),
            new Pair(Token.TEXT, List.of(Token.ACCENT_SOFT, Token.WARN_SOFT, Token.OVER_SOFT)),
            new Pair(Token.TEXT_QUIET, GROUNDS),
            new Pair(Token.ACCENT, GROUNDS),
            new Pair(Token.ACCENT, List.of(Token.ACCENT_SOFT)),
            new Pair(Token.OK, GROUNDS),
            new Pair(Token.WARN, GROUNDS),
            new Pair(Token.WARN, List.of(Token.WARN_SOFT)),
            new Pair(Token.OVER, GROUNDS),
            new Pair(Token.OVER, List.of(Token.OVER_SOFT)),
            new Pair(Token.ON_ACCENT, List.of(Token.ACCENT)),
            new Pair(Token.ON_AVATAR, List.of(Token.AVATAR)));

    static Stream<Theme> themes() {
        return Stream.of(ThemeFile.read("light", false), ThemeFile.read("dark", true));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void wordsStandOutFromEveryGround(Theme theme) {
        double least = 21;
        for (Pair pair : PAIRS) {
            for (Token ground : pair.grounds()) {
                double ratio = ratio(theme.colour(pair.ink()), theme.colour(ground));
                assertThat(ratio)
                        .as("%s: %s on %s", theme.id(), pair.ink(), ground)
                        .isGreaterThanOrEqualTo(4.5);
                least = Math.min(least, ratio);
            }
        }
        System.out.printf("%s: least contrast of words %.2f : 1%n", theme.id(), least);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTokenHasAColour(Theme theme) {
        assertThat(theme.colours()).containsOnlyKeys(Token.values());
    }

    @Test
    void blackOnWhiteIsTwentyOne() {
        assertThat(ratio(Colour.of("#000000"), Colour.of("#ffffff"))).isEqualTo(21.0);
    }

    /** WCAG 2.2, "contrast ratio"; written out once more so that the theme does not vouch for itself. */
    private static double ratio(Colour one, Colour other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Colour colour) {
        double red = linear(colour.red() / 255.0);
        double green = linear(colour.green() / 255.0);
        double blue = linear(colour.blue() / 255.0);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
