package org.kontor.plugins.internal.p2;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.kontor.api.plugin.PluginFault;

/**
 * Finds what a plug-in needs and nobody offers. The resolver says it too, but only as a long text in its own words; this asks the
 * same question again, plainly.
 */
final class Missing {
    private final IQueryable<IInstallableUnit> there;
    private final IInstallableUnit machine;

    /**
     * @param there what is installed and what the site offers
     * @param properties of the profile: its system, for requirements that hold on some systems only
     */
    Missing(IQueryable<IInstallableUnit> there, Map<String, String> properties) {
        this.there = there;
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId("org.kontor.plugins.machine");
        properties.forEach(description::setProperty);
        machine = MetadataFactory.createInstallableUnit(description);
    }

    /** The first thing that is missing for {@code wanted}; empty if nothing is. */
    Optional<PluginFault> of(Collection<IInstallableUnit> wanted) {
        Deque<IInstallableUnit> open = new ArrayDeque<>(wanted);
        Set<IInstallableUnit> seen = new HashSet<>(wanted);
        Set<IRequirement> asked = new HashSet<>();
        while (!open.isEmpty()) {
            IInstallableUnit unit = open.remove();
            for (IRequirement requirement : unit.getRequirements()) {
                if (requirement.getMin() == 0 || !holdsHere(requirement) || !asked.add(requirement)) {
                    continue;
                }
                Set<IInstallableUnit> found = there.query(QueryUtil.createMatchQuery(requirement.getMatches()), null)
                        .toUnmodifiableSet();
                if (found.isEmpty()) {
                    return Optional.of(new PluginFault.NeedsMissing(Units.id(unit), name(requirement)));
                }
                found.stream().filter(seen::add).forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private boolean holdsHere(IRequirement requirement) {
        return requirement.getFilter() == null || requirement.getFilter().isMatch(machine);
    }

    /** p2 writes "namespace; name range, filter=..."; the namespaces of the platform are said in words that people know. */
    static String name(IRequirement requirement) {
        String text = requirement.toString().replaceFirst(", filter=.*$", "");
        int end = text.indexOf(';');
        if (end < 0) {
            return text;
        }
        String name = text.substring(end + 1).strip();
        return switch (text.substring(0, end).strip()) {
            case "java.package" -> "package " + name;
            case "osgi.bundle" -> "bundle " + name;
            case "org.eclipse.equinox.p2.iu" -> name.replace(Units.FEATURE, "");
            case "osgi.ee" -> "Java " + name;
            default -> text;
        };
    }
}
