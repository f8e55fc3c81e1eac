package org.kontor.app.internal.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.ThemeChoice;

/**
 * What the command line asks for.
 *
 * @param data the folder below which data lies; null for the user's own
 * @param demo whether the invented agency is opened
 * @param language null for the one chosen before, or the system's
 * @param theme null for the one chosen before
 * @param shots where to save pictures of every perspective before closing; null for an ordinary start
 * @param exitAfterStart whether to close once the window was painted
 * @param exitAfterRows whether to close once the inbox has painted a row
 * @param safe whether nothing of a plug-in is called or shown; the guard reads it too
 * @param faults what is wrong with the command line, a sentence each; empty if nothing is
 */
public record Arguments(
        @Nullable Path data,
        boolean demo,
        @Nullable Locale language,
        @Nullable ThemeChoice theme,
        @Nullable Path shots,
        boolean exitAfterStart,
        boolean exitAfterRows,
        boolean safe,
        List<String> faults) {
    /** The languages that the window speaks. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    public Arguments {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a command line. Options with one dash belong to the platform and are left alone, and so are those of its
     * launcher.
     */
    public static Arguments parse(List<String> words) {
        Reader reader = new Reader(words.iterator());
        reader.read();
        return new Arguments(
                reader.data,
                reader.demo,
                reader.language,
                reader.theme,
                reader.shots,
                reader.exitAfterStart,
                reader.exitAfterRows,
                reader.safe,
                reader.faults);
    }

    private static final class Reader {
        private final Iterator<String> words;
        private final List<String> faults = new ArrayList<>();
        private @Nullable Path data;
        private boolean demo;
        private @Nullable Locale language;
        private @Nullable ThemeChoice theme;
        private @Nullable Path shots;
        private boolean exitAfterStart;
        private boolean exitAfterRows;
        private boolean safe;

        Reader(Iterator<String> words) {
            this.words = words;
        }

        void read() {
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "--data" -> data = path(word);
                    case "--demo" -> demo = true;
                    case "--lang" -> language = language(value(word, "de or en"));
                    case "--theme" -> theme = theme(value(word, "light or dark"));
                    case "--shots" -> shots = path(word);
                    case "--exit-after-start" -> exitAfterStart = true;
                    case "--exit-after-rows" -> exitAfterRows = true;
                    case "--safe" -> safe = true;
                    // The demo's own words; they mean nothing where it is not installed.
                    case "--tour",
                            "--plugin-tour",
                            "--plugin-act",
                            "--plugin-site",
                            "--guard-tour",
                            "--offer",
                            "--autopilot",
                            "--simulator" -> value(word, "see docs/simulator.md");
                    default -> other(word);
                }
            }
        }

        private void other(String word) {
            if (word.startsWith("--") && !word.startsWith("--launcher")) {
                faults.add(word + " is no option of Kontor; ./kontor --help lists them");
            }
        }

        private @Nullable String value(String option, String wanted) {
            if (words.hasNext()) {
                return words.next();
            }
            faults.add(option + " needs a value: " + wanted);
            return null;
        }

        private @Nullable Path path(String option) {
            String text = value(option, "a folder");
            if (text == null) {
                return null;
            }
            try {
                return Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                faults.add(option + ": " + text + " is no folder name (" + e.getReason() + ")");
                return null;
            }
        }

        private @Nullable Locale language(@Nullable String text) {
            if (text == null) {
                return null;
            }
            for (Locale each : LANGUAGES) {
                if (each.getLanguage().equals(text)) {
                    return each;
                }
            }
            faults.add("--lang must be de or en, was " + text);
            return null;
        }

        private @Nullable ThemeChoice theme(@Nullable String text) {
            if (text == null) {
                return null;
            }
            return switch (text) {
                case "light" -> ThemeChoice.LIGHT;
                case "dark" -> ThemeChoice.DARK;
                case "system" -> ThemeChoice.SYSTEM;
                default -> {
                    faults.add("--theme must be light, dark or system, was " + text);
                    yield null;
                }
            };
        }
    }
}
