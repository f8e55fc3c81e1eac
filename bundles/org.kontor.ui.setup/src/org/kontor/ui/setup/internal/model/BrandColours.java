package org.kontor.ui.setup.internal.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.api.account.Colour;
import org.kontor.ui.common.look.Contrast;

/** Colours for brands: which to offer, which to propose, and whether one can be told apart on the screen. Pure. */
public final class BrandColours {
    /** The least contrast of an edge or a mark with its ground (WCAG 2.2, 1.4.11, is 3 : 1; a dark ground is not black). */
    static final double MARK = 3.3;
    /** Colours nearer to each other than this are hard to tell apart on a row (distance in Oklab). */
    static final double ALIKE = 0.06;

    /** Colours further from each other than this are told apart at a glance. */
    static final double APART = 0.1;

    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour BLACK = new Colour(0, 0, 0);
    private static final List<Offer> OFFERS = Lines.of("brand-colours.txt").stream()
            .map(line -> line.split("\\s+"))
            .map(parts -> new Offer(parts[0], Colour.of(parts[1])))
            .toList();

    /**
     * A colour that we offer.
     *
     * @param name its key in our texts, after {@code colour.}
     */
    public record Offer(String name, Colour colour) {}

    /** What is to be said of a colour before it is taken. */
    public enum Remark {
        /** Stands out everywhere. */
        GOOD,
        /** Marks in it are hard to see on a light ground. */
        TOO_LIGHT,
        /** Marks in it are hard to see on a dark ground. */
        TOO_DARK,
        /** Another brand has this colour or one that is hard to tell from it. */
        LIKE_ANOTHER
    }

    private BrandColours() {}

    /** The colours offered. */
    public static List<Offer> offers() {
        return OFFERS;
    }

    /** The first offered colour that is easily told from all that are in use; if none is, the one furthest from them. */
    public static Colour propose(Collection<Colour> used) {
        return OFFERS.stream()
                .map(Offer::colour)
                .filter(colour -> distance(colour, used) > APART)
                .findFirst()
                .orElseGet(() -> OFFERS.stream()
                        .map(Offer::colour)
                        .max(Comparator.comparingDouble(colour -> distance(colour, used)))
                        .orElseThrow());
    }

    private static double distance(Colour colour, Collection<Colour> others) {
        return nearest(colour, others).orElse(Double.MAX_VALUE);
    }

    /** What is to be said of a colour beside those of the other brands. */
    public static Remark remark(Colour colour, Collection<Colour> others) {
        if (nearest(colour, others).filter(distance -> distance < ALIKE).isPresent()) {
            return Remark.LIKE_ANOTHER;
        }
        if (Contrast.ratio(colour, WHITE) < MARK) {
            return Remark.TOO_LIGHT;
        }
        return Contrast.ratio(colour, BLACK) < MARK ? Remark.TOO_DARK : Remark.GOOD;
    }

    /** Reads what is typed into the field: {@code #rrggbb}, the # or the doubled digits may be left out. */
    public static Optional<Colour> parse(String typed) {
        String hex = typed.strip().replaceFirst("^#", "");
        if (hex.matches("[0-9a-fA-F]{3}")) {
            hex = hex.replaceAll("(.)", "$1$1");
        }
        return hex.matches("[0-9a-fA-F]{6}") ? Optional.of(Colour.of("#" + hex)) : Optional.empty();
    }

    private static Optional<Double> nearest(Colour colour, Collection<Colour> others) {
        return others.stream().map(other -> distance(colour, other)).min(Comparator.naturalOrder());
    }

    /** How different two colours look: their distance in Oklab (Ottosson, "A perceptual color space", 2020). */
    static double distance(Colour one, Colour other) {
        double[] a = oklab(one);
        double[] b = oklab(other);
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    private static double[] oklab(Colour colour) {
        double r = linear(colour.red());
        double g = linear(colour.green());
        double b = linear(colour.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double square(double number) {
        return number * number;
    }
}
