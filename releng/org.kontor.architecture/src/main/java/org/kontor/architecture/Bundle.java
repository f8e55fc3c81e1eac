package org.kontor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * One bundle's folder with its manifest.
 *
 * @param folder where it lies
 * @param manifest the source manifest, before the build fills in qualifier and service components
 */
public record Bundle(Path folder, Manifest manifest) {
    /** Reads the bundle in {@code folder}. */
    public static Bundle read(Path folder) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new Bundle(folder, new Manifest(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest in " + folder, e);
        }
    }

    /** The folder's name, which is the name of everything in it. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether this is a test fragment. */
    public boolean isTests() {
        return name().endsWith(".tests");
    }

    /** A manifest header as it is written; empty where there is none. */
    public String header(String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    /** The clauses of a manifest header by name, each with its attributes and directives as they are written. */
    public Map<String, String> clauses(String header) {
        Map<String, String> clauses = new LinkedHashMap<>();
        for (String clause : splitOutsideQuotes(header(header))) {
            String[] parts = clause.split(";", 2);
            clauses.put(parts[0].strip(), parts.length > 1 ? parts[1] : "");
        }
        return clauses;
    }

    /** Where the compiled product classes are. */
    public Path classes() {
        return folder.resolve("target/classes");
    }

    /** Java files under {@code part} ({@code src}, {@code src_test}); none where there is no such folder. */
    public List<Path> sources(String part) {
        return files(part, file -> file.toString().endsWith(".java"));
    }

    /** The tests' source files: {@code src_test} of a bundle, {@code src} of a test fragment. */
    public List<Path> testSources() {
        return isTests() ? sources("src") : sources("src_test");
    }

    /** Files under {@code part} that {@code wanted} takes, in a stable order; build output is never among them. */
    public List<Path> files(String part, Predicate<Path> wanted) {
        Path start = folder.resolve(part);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        Path target = folder.resolve("target");
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(target))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's place inside the bundle, for a message. */
    public String place(Path file) {
        return name() + "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    /** Reads a text file of the bundle. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> splitOutsideQuotes(String value) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ',' && !quoted) {
                String part = value.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            } else if (value.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return parts;
    }
}
