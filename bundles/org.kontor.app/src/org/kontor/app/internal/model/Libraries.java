package org.kontor.app.internal.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every bundle that is installed, with its licence.
 *
 * @param all by their names
 */
public record Libraries(List<Library> all) {
    /**
     * One bundle.
     *
     * @param licence as an SPDX expression, or as its own manifest says it; empty if neither is known
     */
    public record Library(String name, String version, String licence) {}

    /** A row of THIRD-PARTY.md: bundle, version, licence, where it was published. */
    private static final Pattern ROW =
            Pattern.compile("^\\|\\s*([^|\\s]+)\\s*\\|\\s*([^|]+?)\\s*\\|\\s*([^|]+?)\\s*\\|");

    private static final String HOUSE = "org.kontor.";
    private static final String OWN_LICENCE = "EPL-2.0";

    public Libraries {
        all = all.stream()
                .sorted(Comparator.comparing(Library::name).thenComparing(Library::version))
                .toList();
    }

    /**
     * Names the licence of a bundle.
     *
     * @param header the manifest's own word; null if it has none
     * @param thirdParty licences by symbolic name, as {@link #read} gives them
     */
    public static Library library(
            String name, String version, @Nullable String header, Map<String, String> thirdParty) {
        String known = thirdParty.get(name);
        if (known != null) {
            return new Library(name, version, known);
        }
        String own = header == null ? "" : header.split("[;,]")[0].strip();
        return new Library(name, version, own.isEmpty() && name.startsWith(HOUSE) ? OWN_LICENCE : own);
    }

    /** Reads the licences from the text of THIRD-PARTY.md, which a test of the build holds against what ships. */
    public static Map<String, String> read(String text) {
        Map<String, String> licences = new HashMap<>();
        text.lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.find() && !row.group(1).startsWith("-") && !row.group(1).equals("Bundle")) {
                licences.put(row.group(1), row.group(3));
            }
        });
        return licences;
    }

    /** Those of which every word is a part of name or licence. */
    public List<Library> matching(String words) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return all.stream()
                .filter(each -> {
                    String text = (each.name() + " " + each.version() + " " + each.licence()).toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** One line each, to be pasted elsewhere. */
    public String text() {
        return all.stream()
                .map(each -> each.name() + "  " + each.version()
                        + (each.licence().isEmpty() ? "" : "  ·  " + each.licence()))
                .collect(Collectors.joining("\n"));
    }
}
