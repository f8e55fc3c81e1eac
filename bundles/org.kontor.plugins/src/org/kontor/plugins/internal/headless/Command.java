package org.kontor.plugins.internal.headless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param verb what to do; null if the command line cannot be understood
 * @param words what to do it with
 * @param site the one site to ask; null for all that are kept
 * @param brands names or ids of brands, {@code all} or {@code none}; null if not said
 * @param json whether to answer as JSON
 * @param check whether only to look
 * @param fault what is wrong; empty if nothing is
 */
record Command(
        @Nullable Verb verb,
        List<String> words,
        @Nullable String site,
        @Nullable String brands,
        boolean json,
        boolean check,
        String fault) {
    /** What can be done. */
    enum Verb {
        LIST("list", 0, 0),
        AVAILABLE("available", 0, 0),
        INSTALL("install ID [--brands NAME,NAME|all|none]", 1, 1),
        UPDATE("update [ID ...] [--check]", 0, Integer.MAX_VALUE),
        UNINSTALL("uninstall ID", 1, 1),
        BRANDS("brands ID NAME,NAME|all|none", 2, 2),
        HISTORY("history", 0, 0),
        ROLLBACK("rollback [STATE]", 0, 1),
        SITES("sites [add ADDRESS | remove ADDRESS]", 0, 2);

        private final String usage;
        private final int least;
        private final int most;

        Verb(String usage, int least, int most) {
            this.usage = usage;
            this.least = least;
            this.most = most;
        }

        private static Optional<Verb> of(String word) {
            return Arrays.stream(values())
                    .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    Command {
        words = List.copyOf(words);
    }

    /** All that can be asked for, a line each. */
    static String usage() {
        StringBuilder text =
                new StringBuilder("kontor plugins COMMAND [--site ADDRESS] [--json] [--data DIR] [--demo] [--safe]\n");
        Arrays.stream(Verb.values())
                .forEach(verb -> text.append("  ").append(verb.usage).append('\n'));
        return text.append("Ends with 0 if it was done, 1 if it was not, 2 if the command line is wrong.")
                .toString();
    }

    /** Reads a command line; what belongs to the platform and to the data folder is left alone. */
    static Command parse(List<String> line) {
        List<String> words = new ArrayList<>();
        String site = null;
        String brands = null;
        boolean json = false;
        boolean check = false;
        Iterator<String> rest = line.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--json" -> json = true;
                case "--check" -> check = true;
                case "--demo", "--safe" -> {}
                case "--site", "--brands", "--data", "--lang" -> {
                    if (!rest.hasNext()) {
                        return wrong(word + " needs a value");
                    }
                    String value = rest.next();
                    site = word.equals("--site") ? value : site;
                    brands = word.equals("--brands") ? value : brands;
                }
                default -> {
                    if (word.startsWith("--") && !word.startsWith("--launcher")) {
                        return wrong(word + " is no option here");
                    }
                    if (!word.startsWith("-")) {
                        words.add(word);
                    }
                }
            }
        }
        // Where the start script cannot take its own word away (Windows), it comes along.
        if (!words.isEmpty() && words.get(0).equals("plugins")) {
            words.remove(0);
        }
        if (words.isEmpty()) {
            return wrong("what is to be done?");
        }
        Optional<Verb> verb = Verb.of(words.get(0));
        List<String> others = words.subList(1, words.size());
        if (verb.isEmpty()) {
            return wrong("there is no command " + words.get(0));
        }
        boolean half = verb.get() == Verb.SITES
                && !others.isEmpty()
                && (others.size() != 2 || !List.of("add", "remove").contains(others.get(0)));
        if (others.size() < verb.get().least || others.size() > verb.get().most || half) {
            return wrong("it is: " + verb.get().usage);
        }
        return new Command(verb.get(), others, site, brands, json, check, "");
    }

    private static Command wrong(String fault) {
        return new Command(null, List.of(), null, null, false, false, fault);
    }
}
