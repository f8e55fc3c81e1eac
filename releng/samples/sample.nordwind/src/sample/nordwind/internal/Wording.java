package sample.nordwind.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Nordwind's wording guide says, as far as it can be checked: promises that nobody may make, and one form of address. */
final class Wording {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern GERMAN =
            Pattern.compile("\\b(und|nicht|ist|wir|für|mit|der|die|das|ein|eine|auf|dass|haben)\\b", FLAGS);
    // At the beginning of a sentence "Sie" may be "she" or "they", and "Ihr Team" ends half of all mails.
    private static final Pattern POLITE = Pattern.compile(
            "(?<=[\\p{L}\\p{N},;:]\\s)(Sie|Ihnen|Ihre[mnrs]?)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FAMILIAR =
            Pattern.compile("\\b(du|dir|dich|dein|deine[mnrs]?|euch|euer|eure[mnrs]?)\\b", FLAGS);

    /** How a client wants its customers to be addressed in German. */
    enum Address {
        DU,
        SIE
    }

    /** A place in a text. */
    record Place(String words, int from, int to) {
        static Place of(MatchResult hit) {
            return new Place(hit.group(), hit.start(), hit.end());
        }
    }

    private final List<Pattern> promises;

    /** @param phrases forbidden ones; spaces in them stand for any space, a star for the rest of a word */
    Wording(List<String> phrases) {
        promises = phrases.stream().map(Wording::pattern).toList();
    }

    /** The guide that comes with the plug-in. */
    static Wording guide() {
        List<String> phrases = new ArrayList<>();
        for (String language : List.of("de", "en")) {
            String file = "promises_" + language + ".txt";
            try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(phrases::add);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return new Wording(phrases);
    }

    private static Pattern pattern(String phrase) {
        String words = Stream.of(phrase.strip().split("\\s+"))
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\w*"
                        : Pattern.quote(word))
                .reduce((one, next) -> one + "\\s+" + next)
                .orElseThrow(() -> new IllegalArgumentException("an empty phrase"));
        return Pattern.compile("(?<!\\w)" + words + "(?!\\w)", FLAGS);
    }

    /** The promises in a text, in their order. */
    List<Place> promises(String text) {
        return promises.stream()
                .flatMap(promise -> promise.matcher(text).results())
                .map(Place::of)
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .toList();
    }

    /** The first word of a German text that has the other form of address. */
    static Optional<Place> wrongAddress(String text, Address wanted) {
        if (!isGerman(text)) {
            return Optional.empty();
        }
        Pattern wrong = wanted == Address.DU ? POLITE : FAMILIAR;
        return wrong.matcher(text).results().findFirst().map(Place::of);
    }

    private static boolean isGerman(String text) {
        return GERMAN.matcher(text).results().count() >= 2;
    }
}
