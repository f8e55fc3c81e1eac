package org.kontor.ui.reporting.internal.view;

import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Numbers of an axis as the report says them. */
final class AxisLabels extends Format {
    private static final long serialVersionUID = 1;

    private final transient DoubleFunction<String> words;

    private final transient Map<String, Double> said = new HashMap<>();

    AxisLabels(DoubleFunction<String> words) {
        this.words = words;
    }

    @Override
    public StringBuffer format(@Nullable Object number, @Nullable StringBuffer to, @Nullable FieldPosition where) {
        StringBuffer text = to == null ? new StringBuffer() : to;
        if (number instanceof Number n) {
            String label = words.apply(n.doubleValue());
            said.put(label, n.doubleValue());
            text.append(label);
        }
        return text;
    }

    /** SWTChart reads its labels back, to leave out those that are not what they say. */
    @Override
    public @Nullable Object parseObject(@Nullable String text, @Nullable ParsePosition from) {
        if (text == null || from == null) {
            return null;
        }
        Double number = said.get(text);
        if (number != null) {
            from.setIndex(Math.max(1, text.length()));
        }
        return number;
    }
}
