package org.kontor.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Under which licence each third-party part ships, and the list of it that lies in every installation. */
public final class Licences {
    private final Properties known;

    private Licences(Properties known) {
        this.known = known;
    }

    /** The licences that were looked up. */
    public static Licences load() {
        Properties known = new Properties();
        try (InputStream in = Licences.class.getResourceAsStream("licences.properties")) {
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Licences(known);
    }

    /** Where the list lies in the checkout. */
    public static Path file(Path root) {
        return root.resolve("features/org.kontor.feature/rootfiles/all/THIRD-PARTY.md");
    }

    /** The licence of a bundle as an SPDX expression; empty where nobody has looked yet. */
    public Optional<String> of(String bundle) {
        return known.stringPropertyNames().stream()
                .filter(key -> fits(key, bundle))
                .max(Comparator.comparingInt(String::length))
                .map(known::getProperty);
    }

    private static boolean fits(String key, String bundle) {
        return key.endsWith("*") ? bundle.startsWith(key.substring(0, key.length() - 1)) : bundle.equals(key);
    }

    /** The list for {@code parts}: one row a bundle. */
    public String list(List<Part> parts) {
        StringBuilder text = new StringBuilder("""
                # Third-party parts of Kontor

                Kontor itself is under the Eclipse Public License 2.0 (LICENSE). With it, or on its update site, ship the bundles
                below, each under the licence named by its SPDX expression. A test of the build holds this list against what ships.

                | Bundle | Version | Licence | Published as |
                | --- | --- | --- | --- |
                """);
        for (Part part : parts) {
            String origin = part.group().isEmpty() ? "" : part.coordinates();
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(part.name(), part.version(), of(part.name()).orElse("?"), origin));
        }
        return text.toString();
    }
}
