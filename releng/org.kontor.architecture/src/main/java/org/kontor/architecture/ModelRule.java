package org.kontor.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Application models, fragments and plugin.xml name classes and files as text: all of ours must be there. */
public final class ModelRule implements Rule {
    private static final Pattern CLASS = Pattern.compile("bundleclass://(org\\.kontor\\.[\\w.]+)/([\\w.$]+)");
    private static final Pattern FILE = Pattern.compile("platform:/plugin/(org\\.kontor\\.[\\w.]+)/([\\w./-]+)");
    private static final Pattern PLAIN_CLASS = Pattern.compile("class=\"(org\\.kontor\\.[\\w.$]+)[\":]");
    private static final Pattern ELEMENT_ID = Pattern.compile("elementId=\"([^\"]+)\"");

    @Override
    public String says() {
        return "every class, icon and file that a model names is there, and element ids are unique in a model";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            for (Path file : bundle.files("", ModelRule::isModel)) {
                String text = Bundle.text(file);
                CLASS.matcher(text).results().forEach(hit -> {
                    if (!house.classes().contain(hit.group(2))) {
                        found.add(bundle.place(file) + ": no class " + hit.group(2));
                    } else if (!ownerNamed(house, hit.group(1), hit.group(2))) {
                        found.add(bundle.place(file) + ": " + hit.group(2) + " is not in " + hit.group(1));
                    }
                });
                PLAIN_CLASS
                        .matcher(text)
                        .results()
                        .filter(hit -> !house.classes().contain(hit.group(1)))
                        .forEach(hit -> found.add(bundle.place(file) + ": no class " + hit.group(1)));
                FILE.matcher(text)
                        .results()
                        .filter(hit ->
                                !Files.exists(house.root().resolve("bundles/" + hit.group(1) + "/" + hit.group(2))))
                        .forEach(hit ->
                                found.add(bundle.place(file) + ": no file " + hit.group(1) + "/" + hit.group(2)));
                checkIds(bundle, file, text, found);
            }
        }
        return found;
    }

    private static void checkIds(Bundle bundle, Path file, String text, List<String> found) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ELEMENT_ID.matcher(text);
        while (matcher.find()) {
            if (ids.contains(matcher.group(1))) {
                found.add(bundle.place(file) + ": the element id " + matcher.group(1) + " stands there twice");
            }
            ids.add(matcher.group(1));
        }
    }

    private static boolean ownerNamed(House house, String bundle, String type) {
        Optional<String> owner = house.ownerOf(type.substring(0, Math.max(type.lastIndexOf('.'), 0)));
        return owner.filter(name -> bundle.equals(House.NAMESPACE + name)).isPresent();
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".e4xmi") || name.equals("plugin.xml") || name.equals("fragment.xml");
    }
}
