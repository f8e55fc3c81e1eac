package org.kontor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One name for folder, bundle, module and root package; exports, imports and activation as the house style says. */
public final class ManifestRule implements Rule {
    private static final Set<String> EXPORTING =
            Set.of("api", "ui.api", "ui.common", "ui.robot", "channel.http", "testkit");

    @Override
    public String says() {
        return "a bundle has one name, exports API only and asks for versions of what it imports from the house";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            checkNames(bundle, found);
            checkHeaders(bundle, found);
            checkBuildProperties(bundle, found);
            if (!bundle.isTests()) {
                checkExports(bundle, found);
                checkImports(bundle, found);
                checkPackages(house, bundle, found);
                checkActivation(house, bundle, found);
            }
        }
        return found;
    }

    private static void checkNames(Bundle bundle, List<String> found) {
        for (String header : List.of("Bundle-SymbolicName", "Automatic-Module-Name")) {
            String name = bundle.header(header).split(";")[0].strip();
            if (!name.equals(bundle.name())) {
                found.add(bundle.name() + ": " + header + " is '" + name + "', must be the folder's name");
            }
        }
        if (!bundle.name().startsWith(House.NAMESPACE)) {
            found.add(bundle.name() + ": a bundle's name begins with " + House.NAMESPACE);
        }
    }

    private static void checkHeaders(Bundle bundle, List<String> found) {
        if (!bundle.header("Bundle-RequiredExecutionEnvironment").equals("JavaSE-21")) {
            found.add(bundle.name() + ": Bundle-RequiredExecutionEnvironment must be JavaSE-21");
        }
        if (!bundle.header("Bundle-Version").endsWith(".qualifier")) {
            found.add(bundle.name() + ": Bundle-Version must end in .qualifier");
        }
        if (!bundle.header("Bundle-Activator").isEmpty()) {
            found.add(bundle.name() + ": no activators; make it a service component");
        }
        if (bundle.isTests() && bundle.header("Fragment-Host").isEmpty()) {
            found.add(bundle.name() + ": tests of a bundle are its fragment, Fragment-Host is missing");
        }
    }

    private static void checkBuildProperties(Bundle bundle, List<String> found) {
        for (String includes : List.of("OSGI-INF/,", "OSGI-INF/\n", "OSGI-INF/*.xml")) {
            bundle.files("", file -> file.getFileName().toString().equals("build.properties")).stream()
                    .filter(file -> (Bundle.text(file).replace(" ", "") + "\n").contains(includes))
                    .forEach(file ->
                            found.add(bundle.place(file) + ": list OSGI-INF/l10n/ only, component XML is generated"));
        }
        bundle.files("OSGI-INF", file -> file.toString().endsWith(".xml"))
                .forEach(file -> found.add(bundle.place(file) + ": component XML is generated, never committed"));
    }

    private static void checkExports(Bundle bundle, List<String> found) {
        Map<String, String> exports = bundle.clauses("Export-Package");
        String own = bundle.name().substring(House.NAMESPACE.length());
        // What is opened to named friends, such as a store for the unit tests of others, is no API.
        boolean open = exports.values().stream().anyMatch(rest -> !rest.contains("x-friends:="));
        if (open && !EXPORTING.contains(own)) {
            found.add(bundle.name() + " exports packages, but is reached by services only");
        }
        exports.forEach((name, rest) -> {
            if ((name + ".").contains(".internal.")) {
                found.add(bundle.name() + " exports " + name + ", which is internal");
            }
            if (!rest.contains("version=")) {
                found.add(bundle.name() + " exports " + name + " without a version");
            }
        });
    }

    private static void checkImports(Bundle bundle, List<String> found) {
        bundle.clauses("Import-Package").forEach((name, rest) -> {
            if (name.startsWith(House.NAMESPACE) && !rest.contains("version=\"[")) {
                found.add(bundle.name() + " imports " + name + " without a version range");
            }
        });
        bundle.clauses("Require-Bundle").keySet().stream()
                .filter(name -> name.startsWith(House.NAMESPACE))
                .forEach(name -> found.add(bundle.name() + " requires the bundle " + name + "; import its packages"));
    }

    private static void checkPackages(House house, Bundle bundle, List<String> found) {
        String root = "src/" + bundle.name().replace('.', '/') + "/";
        bundle.sources("src").stream()
                .map(bundle::place)
                .filter(place -> !place.startsWith(bundle.name() + "/" + root))
                .forEach(place -> found.add(place + " is outside the bundle's root package"));
        for (Bundle other : house.products()) {
            if (other.name().startsWith(bundle.name() + ".")) {
                String foreign = "src/" + other.name().replace('.', '/') + "/";
                bundle.sources("src").stream()
                        .map(bundle::place)
                        .filter(place -> place.startsWith(bundle.name() + "/" + foreign))
                        .forEach(place -> found.add(place + " lies in a package of " + other.name()));
            }
        }
    }

    /** DS looks only into active bundles, and a lazy one counts as active from the start. */
    private static void checkActivation(House house, Bundle bundle, List<String> found) {
        boolean lazy = bundle.header("Bundle-ActivationPolicy").startsWith("lazy");
        house.classesOf(bundle).stream()
                .filter(ManifestRule::isComponent)
                .filter(type -> !lazy)
                .forEach(type -> found.add(bundle.name() + ": " + type.getName()
                        + " is a component, so it needs Bundle-ActivationPolicy: lazy"));
    }

    private static boolean isComponent(JavaClass type) {
        return type.isAnnotatedWith("org.osgi.service.component.annotations.Component");
    }
}
