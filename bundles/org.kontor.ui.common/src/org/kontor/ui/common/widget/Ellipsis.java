package org.kontor.ui.common.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.jspecify.annotations.Nullable;

/**
 * Shortens text to a width, with "…" at its end. Measuring is the dearest part of painting a row, so results are kept.
 * Belongs to the UI thread.
 *
 * @since 0.1
 */
public final class Ellipsis {
    private static final String MARK = "…";
    private static final int KEPT = 4_000;

    private record Key(String text, FontData font, int width) {}

    private final Map<Key, String> fitted = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Key, String> eldest) {
            return size() > KEPT;
        }
    };

    /** The text as far as it fits into {@code width} in the font that {@code gc} has; line breaks become blanks. */
    public String fit(GC gc, String text, int width) {
        if (width <= 0) {
            return "";
        }
        return fitted.computeIfAbsent(
                new Key(text, gc.getFont().getFontData()[0], width), key -> shorten(gc, key.text, width));
    }

    private static String shorten(GC gc, String raw, int width) {
        // A row never shows more than a few hundred signs: measuring a novel would stop the window.
        String text = raw.substring(0, safe(raw, Math.min(raw.length(), 600)))
                .replaceAll("\\s+", " ")
                .strip();
        if (extent(gc, text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (extent(gc, text.substring(0, safe(text, middle)).stripTrailing() + MARK) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, safe(text, low)).stripTrailing() + MARK;
    }

    /** Never cuts a surrogate pair, nor a joined emoji before its joiner. */
    private static int safe(String text, int end) {
        int at = end;
        while (at > 0 && at < text.length() && inside(text, at)) {
            at--;
        }
        return at;
    }

    private static boolean inside(String text, int at) {
        char before = text.charAt(at - 1);
        char next = text.charAt(at);
        return Character.isHighSurrogate(before)
                || before == '\u200d'
                || next == '\u200d'
                || next == '\ufe0f'
                || Character.getType(next) == Character.NON_SPACING_MARK;
    }

    private static int extent(GC gc, String text) {
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }
}
