package org.kontor.ui.common.look;

import org.kontor.api.account.Colour;

/**
 * How well words stand out from their ground, by WCAG 2.2, "contrast ratio" and "relative luminance".
 *
 * @since 0.1
 */
public final class Contrast {
    /** The least ratio for text (WCAG 2.2, 1.4.3, level AA). */
    public static final double TEXT = 4.5;

    private Contrast() {}

    /** The ratio of two colours: 1 for the same, 21 for black and white; the order does not matter. */
    public static double ratio(Colour one, Colour other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Colour colour) {
        return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
