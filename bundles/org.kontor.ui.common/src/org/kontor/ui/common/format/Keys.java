package org.kontor.ui.common.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Key sequences of binding tables as they stand on the keyboard: {@code M1+SHIFT+L} is Ctrl+Shift+L, Strg+Umschalt+L in
 * German, ⇧⌘L on a Mac. Immutable.
 *
 * @since 0.1
 */
public final class Keys {
    private static final List<String> ORDER = List.of("CTRL", "ALT", "SHIFT", "COMMAND");

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("CTRL", "Ctrl"),
            Map.entry("ALT", "Alt"),
            Map.entry("SHIFT", "Shift"),
            Map.entry("COMMAND", "Cmd"),
            Map.entry("CR", "Enter"),
            Map.entry("ENTER", "Enter"),
            Map.entry("ESC", "Esc"),
            Map.entry("SPACE", "Space"),
            Map.entry("TAB", "Tab"),
            Map.entry("DEL", "Del"),
            Map.entry("BS", "Backspace"),
            Map.entry("HOME", "Home"),
            Map.entry("END", "End"),
            Map.entry("INSERT", "Ins"),
            Map.entry("PAGE_UP", "Page Up"),
            Map.entry("PAGE_DOWN", "Page Down"),
            Map.entry("ARROW_UP", "↑"),
            Map.entry("ARROW_DOWN", "↓"),
            Map.entry("ARROW_LEFT", "←"),
            Map.entry("ARROW_RIGHT", "→"));

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("CTRL", "Strg"),
            Map.entry("SHIFT", "Umschalt"),
            Map.entry("CR", "Eingabe"),
            Map.entry("ENTER", "Eingabe"),
            Map.entry("SPACE", "Leertaste"),
            Map.entry("DEL", "Entf"),
            Map.entry("BS", "Rücktaste"),
            Map.entry("HOME", "Pos1"),
            Map.entry("END", "Ende"),
            Map.entry("INSERT", "Einfg"),
            Map.entry("PAGE_UP", "Bild auf"),
            Map.entry("PAGE_DOWN", "Bild ab"));

    private static final Map<String, String> MAC =
            Map.of("CTRL", "⌃", "ALT", "⌥", "SHIFT", "⇧", "COMMAND", "⌘", "CR", "↩", "ESC", "⎋");

    private final Locale locale;
    private final boolean mac;

    private Keys(Locale locale, boolean mac) {
        this.locale = locale;
        this.mac = mac;
    }

    /** Keys of this machine in a language. */
    public static Keys of(Locale locale) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return new Keys(locale, system.startsWith("mac"));
    }

    /** Keys of a given kind of machine. */
    static Keys of(Locale locale, boolean mac) {
        return new Keys(locale, mac);
    }

    /** How a sequence reads; strokes that follow each other stand apart. */
    public String text(String sequence) {
        return Stream.of(sequence.trim().split("\\s+")).map(this::stroke).collect(Collectors.joining(" "));
    }

    private String stroke(String stroke) {
        // "M1++" is the plus key: the last plus is no separator.
        String key = stroke.endsWith("++") ? "+" : stroke.substring(stroke.lastIndexOf('+') + 1);
        String before = stroke.substring(0, stroke.length() - key.length());
        List<String> modifiers = Stream.of(before.split("\\+"))
                .filter(part -> !part.isEmpty())
                .map(this::modifier)
                .sorted(java.util.Comparator.comparingInt(ORDER::indexOf))
                .toList();
        Stream<String> parts = Stream.concat(modifiers.stream(), Stream.of(key)).map(this::name);
        return parts.collect(Collectors.joining(mac ? "" : "+"));
    }

    private String modifier(String part) {
        return switch (part.toUpperCase(Locale.ROOT)) {
            case "M1" -> mac ? "COMMAND" : "CTRL";
            case "M2" -> "SHIFT";
            case "M3" -> "ALT";
            case "M4" -> "CTRL";
            default -> part.toUpperCase(Locale.ROOT);
        };
    }

    private String name(String part) {
        String upper = part.toUpperCase(Locale.ROOT);
        if (mac && MAC.get(upper) instanceof String sign) {
            return sign;
        }
        if (locale.getLanguage().equals("de") && GERMAN.get(upper) instanceof String german) {
            return german;
        }
        return ENGLISH.getOrDefault(upper, part.length() == 1 ? upper : part);
    }
}
