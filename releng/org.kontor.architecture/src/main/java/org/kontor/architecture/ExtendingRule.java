package org.kontor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code docs/extending.md} tells of anchors, topics, context keys, commands and services is all there is, and all that it
 * tells is there.
 */
public final class ExtendingRule implements Rule {
    private static final String PAGE = "docs/extending.md";
    private static final Set<String> API = Set.of("org.kontor.api", "org.kontor.ui.api");
    private static final Set<String> ID_CLASSES = Set.of("Anchors", "Topics", "ContextKeys", "Commands");

    private static final Pattern CONSTANT =
            Pattern.compile("public static final String (\\w+)\\s*=\\s*(BASE \\+ )?\"([^\"]*)\"");
    private static final Pattern BASE = Pattern.compile("private static final String BASE = \"([^\"]*)\"");
    /** A type whose Javadoc says that it is a service. */
    private static final Pattern SERVICE = Pattern.compile(
            "/\\*\\*(?:(?!\\*/).)*?\\bservices?\\b(?:(?!\\*/).)*?\\*/\\s*(?:@\\w+\\s*)*"
                    + "public (?:interface|abstract class) (\\w+)",
            Pattern.DOTALL);

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern NAMED_CONSTANT = Pattern.compile("(Anchors|Topics|ContextKeys|Commands)\\.([A-Z_]+)");
    private static final Pattern NAMED_ID = Pattern.compile("org[./](?:kontor|eclipse/?\\.?ui\\.contexts)[\\w./]*");
    /** The first cell of a row that names a type. */
    private static final Pattern NAMED_TYPE = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|");

    @Override
    public String says() {
        return PAGE
                + " names every anchor, topic, context key, command and service of the API, and none that is not there";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        List<Bundle> api = house.products().stream()
                .filter(bundle -> API.contains(bundle.name()))
                .toList();
        if (api.size() < API.size()) {
            return found;
        }
        Path page = house.root().resolve(PAGE);
        if (!Files.isRegularFile(page)) {
            return List.of(PAGE + " is missing");
        }
        String text = Bundle.text(page);
        Map<String, String> constants = new TreeMap<>();
        Set<String> services = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (Bundle bundle : api) {
            for (Path file : bundle.sources("src")) {
                read(file, constants, services, types);
            }
        }
        constants.forEach((name, value) -> {
            if (!text.contains("`" + name + "` | `" + value + "`")) {
                found.add(PAGE + " has no row | `" + name + "` | `" + value + "` | ...");
            }
        });
        for (String service : services) {
            if (!text.contains("\n| `" + service + "` |")) {
                found.add(PAGE + " has no row for the service " + service);
            }
        }
        found.addAll(inVain(house, text, constants, types));
        return found;
    }

    private static void read(Path file, Map<String, String> constants, Set<String> services, Set<String> types) {
        String source = Bundle.text(file);
        String type = file.getFileName().toString().replace(".java", "");
        types.add(type);
        SERVICE.matcher(source).results().map(found -> found.group(1)).forEach(services::add);
        if (ID_CLASSES.contains(type)) {
            Matcher base = BASE.matcher(source);
            String before = base.find() ? base.group(1) : "";
            CONSTANT.matcher(source)
                    .results()
                    .forEach(found -> constants.put(
                            type + "." + found.group(1), (found.group(2) == null ? "" : before) + found.group(3)));
        }
    }

    /** What the page names and nobody has. */
    private static List<String> inVain(House house, String text, Map<String, String> constants, Set<String> types) {
        List<String> found = new ArrayList<>();
        Set<String> known = new TreeSet<>(constants.values());
        house.bundles().forEach(bundle -> known.add(bundle.name()));
        house.classes().forEach(type -> {
            known.add(type.getPackageName());
            known.add(type.getName());
        });
        features(house).forEach(known::add);
        for (String code :
                CODE.matcher(text).results().map(each -> each.group(1)).toList()) {
            for (MatchResult named : NAMED_CONSTANT.matcher(code).results().toList()) {
                if (!constants.containsKey(named.group())) {
                    found.add(PAGE + " names " + named.group() + ", which is not there");
                }
            }
            if (NAMED_ID.matcher(code).matches() && !known.contains(code)) {
                found.add(PAGE + " names " + code + ", which is not there");
            }
        }
        NAMED_TYPE.matcher(text).results().map(row -> row.group(1)).forEach(type -> {
            if (!types.contains(type)) {
                found.add(PAGE + " has a row for " + type + ", which is no type of the API");
            }
        });
        return found;
    }

    private static Set<String> features(House house) {
        Path folder = house.root().resolve("features");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var features = Files.list(folder)) {
            return features.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
