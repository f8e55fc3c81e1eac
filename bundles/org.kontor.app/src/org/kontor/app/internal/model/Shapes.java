package org.kontor.app.internal.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.ThemeChoice;

/** How the records of the window are written. */
final class Shapes {
    static final Shape<Preferences> PREFERENCES = new Shape<>(Shapes::fields, Shapes::preferences);
    static final Shape<WindowState> WINDOW = new Shape<>(Shapes::fields, Shapes::window);

    private Shapes() {}

    private static Map<String, @Nullable Object> fields(Preferences value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ThemeChoice theme = value.theme();
        fields.put("theme", theme == null ? null : theme.name());
        fields.put("language", value.language());
        fields.put("perspective", value.perspective());
        return fields;
    }

    private static Preferences preferences(Fields fields) {
        return new Preferences(theme(fields.text("theme")), fields.text("language"), fields.text("perspective"));
    }

    private static @Nullable ThemeChoice theme(@Nullable String name) {
        if (name != null
                && Arrays.stream(ThemeChoice.values())
                        .noneMatch(each -> each.name().equals(name))) {
            throw new IllegalArgumentException("\"theme\" holds " + name + ", which is no theme");
        }
        return name == null ? null : ThemeChoice.valueOf(name);
    }

    private static Map<String, @Nullable Object> fields(WindowState value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Frame frame = value.frame();
        fields.put("frame", frame == null ? null : fields(frame));
        fields.put("maximised", value.maximised());
        fields.put("perspective", value.perspective());
        fields.put("shares", value.shares());
        fields.put("tool", value.tool());
        fields.put("brands", value.brands());
        fields.put("range", value.range());
        return fields;
    }

    private static WindowState window(Fields fields) {
        Optional<Fields> frame = fields.object("frame");
        return new WindowState(
                frame.isPresent() ? frame(frame.get()) : null,
                fields.yes("maximised"),
                fields.text("perspective"),
                fields.numbers("shares"),
                fields.text("tool"),
                new HashSet<>(fields.longs("brands")),
                fields.text("range"));
    }

    private static Map<String, @Nullable Object> fields(Frame frame) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("x", frame.x());
        fields.put("y", frame.y());
        fields.put("width", frame.width());
        fields.put("height", frame.height());
        return fields;
    }

    private static Frame frame(Fields fields) {
        return new Frame(fields.number("x"), fields.number("y"), fields.number("width"), fields.number("height"));
    }
}
