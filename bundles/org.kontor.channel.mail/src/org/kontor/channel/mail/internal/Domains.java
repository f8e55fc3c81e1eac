package org.kontor.channel.mail.internal;

import java.text.Normalizer;
import java.util.Locale;

/**
 * International domains in the form that servers know. Java's own {@code IDN} follows the rules of 2003, under which
 * {@code straße.example} is {@code strasse.example}: another owner's domain today (RFC 5891, RFC 5894 7.2).
 */
public final class Domains {
    private static final int BASE = 36;
    private static final int TMIN = 1;
    private static final int TMAX = 26;

    private Domains() {}

    /** An address or a domain with every label that is not ASCII in its {@code xn--} form. The local part stays. */
    public static String ascii(String address) {
        int at = address.lastIndexOf('@');
        StringBuilder out = new StringBuilder(address.substring(0, at + 1));
        String[] labels = address.substring(at + 1).split("[.\u3002\uff0e\uff61]", -1);
        for (int i = 0; i < labels.length; i++) {
            out.append(i == 0 ? "" : ".").append(label(labels[i]));
        }
        return out.toString();
    }

    private static String label(String label) {
        if (label.chars().allMatch(c -> c < 128)) {
            return label;
        }
        String normal = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return "xn--" + punycode(Normalizer.normalize(normal, Normalizer.Form.NFC));
    }

    /** RFC 3492 6.3. */
    private static String punycode(String label) {
        int[] points = label.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        label.codePoints().filter(c -> c < 128).forEach(out::appendCodePoint);
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int handled = basic;
        int n = 128;
        int delta = 0;
        int bias = 72;
        while (handled < points.length) {
            int next = Integer.MAX_VALUE;
            for (int point : points) {
                next = point >= n && point < next ? point : next;
            }
            delta += (next - n) * (handled + 1);
            n = next;
            for (int point : points) {
                delta += point < n ? 1 : 0;
                if (point == n) {
                    variable(delta, bias, out);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void variable(int delta, int bias, StringBuilder out) {
        int q = delta;
        int k = BASE;
        while (true) {
            int t = k <= bias ? TMIN : Math.min(k - bias, TMAX);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
            k += BASE;
        }
    }

    private static int adapted(int delta, int points, boolean first) {
        int d = first ? delta / 700 : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - TMIN) * TMAX / 2) {
            d /= BASE - TMIN;
            k += BASE;
        }
        return k + (BASE - TMIN + 1) * d / (d + 38);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
