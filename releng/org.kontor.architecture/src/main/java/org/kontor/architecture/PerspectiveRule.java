package org.kontor.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A bundle that brings a perspective is known to nobody: not to another perspective, not to the window, which finds it in the
 * model. So each can be left out or replaced, and no bundle knows all the others. Only the demo may point at what it shows.
 */
public final class PerspectiveRule implements Rule {
    private static final Pattern BRINGS =
            Pattern.compile("featurename=\"children\"[^>]*parentElementId=\"org\\.kontor\\.perspectives\"");
    private static final Set<String> MAY_POINT = Set.of("org.kontor.demo");

    @Override
    public String says() {
        return "nobody imports a bundle that brings a perspective, or names its classes and files in a model";
    }

    @Override
    public List<String> breaches(House house) {
        List<Bundle> bringing = house.products().stream()
                .filter(bundle -> models(bundle).stream()
                        .anyMatch(file -> BRINGS.matcher(Bundle.text(file)).find()))
                .toList();
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            for (Bundle other : bringing) {
                if (!bundle.equals(other) && !MAY_POINT.contains(bundle.name())) {
                    check(bundle, other.name(), found);
                }
            }
        }
        return found;
    }

    private static void check(Bundle bundle, String other, List<String> found) {
        boolean imports = bundle.clauses("Import-Package").keySet().stream()
                .anyMatch(name -> name.equals(other) || name.startsWith(other + "."));
        if (imports || bundle.clauses("Require-Bundle").containsKey(other)) {
            found.add(bundle.name() + " imports " + other + "; use the context, a command or a topic of ui.api");
        }
        for (Path file : models(bundle)) {
            String text = Bundle.text(file);
            if (text.contains("bundleclass://" + other + "/") || text.contains("platform:/plugin/" + other + "/")) {
                found.add(bundle.place(file) + " names what lies in " + other + "; bring it yourself");
            }
        }
    }

    private static List<Path> models(Bundle bundle) {
        return bundle.files("", file -> file.toString().endsWith(".e4xmi"));
    }
}
