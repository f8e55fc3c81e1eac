package org.kontor.ui.common.format;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as people read them. Immutable.
 *
 * @since 0.1
 */
public final class Numbers {
    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};

    private final Locale locale;

    private Numbers(Locale locale) {
        this.locale = locale;
    }

    /** Numbers in a language. */
    public static Numbers of(Locale locale) {
        return new Numbers(locale);
    }

    /** A whole number with its thousands apart: 8,000, in German 8.000. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number and what it is out of: 231 / 8,000. */
    public String share(long number, long of) {
        return count(number) + " / " + count(of);
    }

    /** A size in steps of 1,000 with at most one digit after the point: 1.4 MB. */
    public String bytes(long bytes) {
        double size = bytes;
        int step = 0;
        while (Math.abs(size) >= 999.5 && step < SIZES.length - 1) {
            size /= 1000;
            step++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(step == 0 || size >= 99.5 ? 0 : 1);
        return format.format(size) + " " + SIZES[step];
    }
}
