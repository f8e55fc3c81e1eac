package org.kontor.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may use whom: the table of bundles in the design. What is not exported is never used by others. */
public final class LayerRule implements Rule {
    private static final Set<String> API = Set.of("api");
    private static final Set<String> VIEW = Set.of("api", "ui.api", "ui.common");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("store", API),
            Map.entry("desk", API),
            Map.entry("runner", API),
            Map.entry("triage", API),
            Map.entry("escalation", API),
            Map.entry("report", API),
            Map.entry("guard", API),
            Map.entry("plugins", API),
            Map.entry("channel.http", API),
            Map.entry("collector", API),
            Map.entry("testkit", API),
            Map.entry("simulator", Set.of()),
            Map.entry("demo", Set.of("api", "ui.api", "ui.robot")),
            Map.entry("ui.api", API),
            Map.entry("ui.common", Set.of("api", "ui.api")),
            Map.entry("theme", Set.of("api", "ui.api")),
            Map.entry("ui.inbox", VIEW),
            Map.entry("ui.escalation", VIEW),
            Map.entry("ui.reporting", VIEW),
            Map.entry("ui.setup", VIEW),
            Map.entry("ui.plugins", VIEW),
            Map.entry("ui.help", VIEW),
            Map.entry("ui.robot", Set.of()),
            Map.entry("app", VIEW));

    private static final Set<String> CONNECTOR = Set.of("api", "channel.http");

    @Override
    public String says() {
        return "a bundle uses only the bundles that the design allows it, and nothing internal of theirs";
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.products()) {
            String own = bundle.name().substring(House.NAMESPACE.length());
            Optional<Set<String>> allowed = allowedFor(own);
            if (allowed.isEmpty()) {
                found.add(bundle.name() + " is not in the table of bundles: add it to the design and to LayerRule");
                continue;
            }
            for (JavaClass type : house.classesOf(bundle)) {
                checkUses(house, own, allowed.get(), type, found);
            }
        }
        return found;
    }

    private static void checkUses(House house, String own, Set<String> allowed, JavaClass type, List<String> found) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
            JavaClass used = use.getTargetClass().getBaseComponentType();
            String owner = house.ownerOf(used.getPackageName()).orElse(own);
            if (owner.equals(own)) {
                continue;
            }
            if (!allowed.contains(owner)) {
                found.add(type.getName() + " uses " + used.getName() + ", but " + own + " may not use " + owner);
            } else if (used.getPackageName().contains(".internal")) {
                found.add(type.getName() + " uses " + used.getName() + ", which is internal to " + owner);
            }
        }
    }

    private static Optional<Set<String>> allowedFor(String own) {
        Set<String> named = MAY_USE.get(own);
        return named == null && own.startsWith("channel.") ? Optional.of(CONNECTOR) : Optional.ofNullable(named);
    }
}
