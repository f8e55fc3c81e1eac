package org.kontor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English and German hold the same texts, and every text that is asked for exists. */
public final class MessageRule implements Rule {
    private static final String ENGLISH = "OSGI-INF/l10n/bundle.properties";
    private static final String GERMAN = "OSGI-INF/l10n/bundle_de.properties";
    private static final Pattern REFERENCE = Pattern.compile("[\"':>]\\s*%([A-Za-z][A-Za-z0-9_.-]*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Override
    public String says() {
        return "texts exist in English and German with the same keys and placeholders, and no key is missing";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            boolean english = Files.isRegularFile(bundle.folder().resolve(ENGLISH));
            boolean german = Files.isRegularFile(bundle.folder().resolve(GERMAN));
            Properties texts = english ? load(bundle.folder().resolve(ENGLISH)) : new Properties();
            if (english != german) {
                found.add(bundle.name() + " has only one of " + ENGLISH + " and " + GERMAN);
            } else if (english) {
                compare(bundle, texts, load(bundle.folder().resolve(GERMAN)), found);
                checkPacked(bundle, found);
            }
            checkReferences(bundle, texts, found);
            checkMessagesClass(house, bundle, texts, found);
        }
        return found;
    }

    private static void compare(Bundle bundle, Properties english, Properties german, List<String> found) {
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(german.stringPropertyNames());
        for (String key : keys) {
            String one = english.getProperty(key);
            String other = german.getProperty(key);
            if (one == null || other == null) {
                found.add(bundle.name() + ": '" + key + "' is missing in " + (one == null ? ENGLISH : GERMAN));
            } else if (one.isBlank() || other.isBlank()) {
                found.add(bundle.name() + ": '" + key + "' is empty");
            } else if (!placeholders(one).equals(placeholders(other))) {
                found.add(bundle.name() + ": '" + key + "' has other placeholders in German than in English");
            }
        }
    }

    private static void checkPacked(Bundle bundle, List<String> found) {
        Path build = bundle.folder().resolve("build.properties");
        if (!Files.isRegularFile(build) || !Bundle.text(build).contains("OSGI-INF/l10n")) {
            found.add(bundle.name() + ": build.properties does not pack OSGI-INF/l10n/");
        }
    }

    private static void checkReferences(Bundle bundle, Properties texts, List<String> found) {
        List<Path> files = bundle.files("", MessageRule::mayRefer);
        for (Path file : files) {
            Matcher matcher = REFERENCE.matcher(Bundle.text(file));
            while (matcher.find()) {
                if (texts.getProperty(matcher.group(1)) == null) {
                    found.add(bundle.place(file) + ": %" + matcher.group(1) + " has no text");
                }
            }
        }
    }

    private static boolean mayRefer(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".e4xmi")
                || name.equals("plugin.xml")
                || name.equals("fragment.xml")
                || name.equals("MANIFEST.MF");
    }

    private static void checkMessagesClass(House house, Bundle bundle, Properties texts, List<String> found) {
        for (JavaClass type : house.classesOf(bundle)) {
            if (type.getSimpleName().equals("Messages")) {
                type.getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(String.class))
                        .filter(field ->
                                !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL))
                        .map(JavaField::getName)
                        .filter(name -> spellings(name).noneMatch(key -> texts.getProperty(key) != null))
                        .sorted()
                        .forEach(name -> found.add(type.getName() + "." + name + " has no text in " + ENGLISH));
            }
        }
    }

    /** The spellings in which e4's translation service looks for a field's key. */
    private static java.util.stream.Stream<String> spellings(String field) {
        String dotted = field.replace('_', '.');
        String spaced = field.replaceAll("([a-z0-9])([A-Z])", "$1.$2").toLowerCase(Locale.ROOT);
        return java.util.stream.Stream.of(field, dotted, spaced, spaced.replace('_', '.'));
    }

    private static Set<String> placeholders(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Bundle.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
