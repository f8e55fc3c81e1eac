package org.kontor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in no feature never reaches a user; what is in two is installed by chance. */
public final class FeatureRule implements Rule {
    private static final Pattern PLUGIN = Pattern.compile("<plugin\\s[^>]*?id=\"([^\"]+)\"");

    @Override
    public String says() {
        return "every bundle is in exactly one feature, and every bundle of ours that a feature names is there";
    }

    @Override
    public List<String> breaches(House house) {
        Map<String, List<String>> features = new TreeMap<>();
        for (Path file : featureFiles(house)) {
            String feature = file.getParent().getFileName().toString();
            PLUGIN.matcher(Bundle.text(file))
                    .results()
                    .forEach(hit -> features.computeIfAbsent(hit.group(1), id -> new ArrayList<>())
                            .add(feature));
        }
        List<String> found = new ArrayList<>();
        List<String> names = house.products().stream().map(Bundle::name).toList();
        for (String name : names) {
            List<String> in = features.getOrDefault(name, List.of());
            if (in.size() != 1) {
                found.add(name + " must be in one feature, is in " + in);
            }
        }
        features.keySet().stream()
                .filter(id -> id.startsWith(House.NAMESPACE) && !names.contains(id))
                .forEach(id -> found.add(features.get(id) + " names " + id + ", which is no bundle here"));
        return found;
    }

    private static List<Path> featureFiles(House house) {
        Path folder = house.root().resolve("features");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> features = Files.list(folder)) {
            return features.map(feature -> feature.resolve("feature.xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
