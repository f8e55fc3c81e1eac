package org.kontor.report.internal.pdf;

import org.kontor.api.account.Colour;

/** The colours of paper. It is white in every theme, so they are not those of the window; only the brand's comes with the data. */
final class Tint {
    static final Colour PAPER = Colour.of("#ffffff");
    static final Colour TEXT = Colour.of("#1b2230");
    static final Colour QUIET = Colour.of("#5a6475");
    static final Colour LINE = Colour.of("#dde1e8");
    static final Colour SOFT = Colour.of("#f3f5f8");
    static final Colour OK = Colour.of("#157347");
    static final Colour WARN = Colour.of("#a15c00");
    static final Colour OVER = Colour.of("#b3261e");
    /** Where a report is of several brands. */
    static final Colour NEUTRAL = Colour.of("#2f5fd0");

    /** WCAG 2.2, 1.4.11: what a graphic needs to be seen. */
    private static final double LEAST = 3;

    private Tint() {}

    /** The colour, or a darker one of its kind where it would hardly be seen on paper. */
    static Colour seen(Colour colour) {
        Colour seen = colour;
        while (contrast(seen) < LEAST) {
            seen = new Colour(seen.red() * 9 / 10, seen.green() * 9 / 10, seen.blue() * 9 / 10);
        }
        return seen;
    }

    /** Part of the way from paper to a colour; 0 is paper. */
    static Colour mixed(Colour colour, double part) {
        return new Colour(mix(colour.red(), part), mix(colour.green(), part), mix(colour.blue(), part));
    }

    private static int mix(int value, double part) {
        return (int) Math.round(255 + (value - 255) * part);
    }

    /** Contrast to white, after WCAG. */
    static double contrast(Colour c) {
        double luminance = 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
