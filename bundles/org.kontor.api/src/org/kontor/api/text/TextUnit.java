package org.kontor.api.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a channel counts when it limits a text. */
public enum TextUnit {
    /** Unicode code points. */
    CHARACTERS {
        @Override
        public int count(String text) {
            return text.codePointCount(0, text.length());
        }
    },
    /** Extended grapheme clusters (UAX #29): what a reader sees as one sign, such as a family emoji. */
    GRAPHEMES {
        @Override
        public int count(String text) {
            Matcher cluster = CLUSTER.matcher(text);
            int count = 0;
            while (cluster.find()) {
                count++;
            }
            return count;
        }
    },
    /** Bytes of the UTF-8 form. */
    BYTES {
        @Override
        public int count(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    };

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** How many of this unit {@code text} has. */
    public abstract int count(String text);
}
