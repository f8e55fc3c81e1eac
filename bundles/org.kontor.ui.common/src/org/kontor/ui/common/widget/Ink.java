package org.kontor.ui.common.widget;

import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Color;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Contrast;
import org.kontor.ui.common.look.Look;

/** Chooses the letters for a ground whose colour comes from data, so that they can always be read. */
final class Ink {
    private Ink() {}

    /** The usual letters where they stand out enough, else whichever of the theme's does best. */
    static Color on(Look look, Color ground) {
        Color usual = look.color(Token.ON_AVATAR);
        if (ratio(usual, ground) >= Contrast.TEXT) {
            return usual;
        }
        return Stream.of(usual, look.color(Token.TEXT), look.color(Token.SURFACE))
                .max(Comparator.comparingDouble(ink -> ratio(ink, ground)))
                .orElse(usual);
    }

    private static double ratio(Color one, Color other) {
        return Contrast.ratio(colour(one), colour(other));
    }

    private static Colour colour(Color color) {
        return new Colour(color.getRed(), color.getGreen(), color.getBlue());
    }
}
