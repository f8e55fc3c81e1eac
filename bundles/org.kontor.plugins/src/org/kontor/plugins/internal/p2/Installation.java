package org.kontor.plugins.internal.p2;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginFault;
import org.kontor.plugins.internal.FaultException;

/** What is installed. */
public final class Installation {
    /**
     * Something installed.
     *
     * @param house whether it belongs to the workbench itself
     * @param bundles that it alone brings; empty for the house
     */
    public record Entry(Plugin plugin, boolean house, Set<String> bundles) {}

    static final Comparator<Plugin> BY_NAME =
            Comparator.comparing(Plugin::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Plugin::id);

    private final Session session;

    public Installation(Session session) {
        this.session = session;
    }

    /** The house, then the plug-ins by name. */
    public List<Entry> entries() {
        return entries(session.registry().getProfile(IProfileRegistry.SELF));
    }

    /** The state that the next start will find. */
    public long state() {
        return session.registry().getProfile(IProfileRegistry.SELF).getTimestamp();
    }

    static List<Entry> entries(IProfile profile) {
        Set<IInstallableUnit> roots = Session.roots(profile);
        Set<IInstallableUnit> house =
                Units.needed(profile, roots.stream().filter(Units::house).collect(Collectors.toSet()));
        List<Entry> entries = new java.util.ArrayList<>();
        roots.stream()
                .filter(Units::product)
                .map(unit -> new Entry(Units.plugin(unit), true, Set.of()))
                .forEach(entries::add);
        roots.stream()
                .filter(unit -> !Units.house(unit))
                .map(unit -> new Entry(Units.plugin(unit), false, Units.bundles(profile, Set.of(unit), house)))
                .sorted(Comparator.comparing(Entry::plugin, BY_NAME))
                .forEach(entries::add);
        return entries;
    }

    /** The root of a plug-in, or of the house. */
    Optional<IInstallableUnit> root(String id) {
        return Session.roots(session.profile()).stream()
                .filter(unit -> Units.id(unit).equals(id) && (Units.product(unit) || !Units.house(unit)))
                .findFirst();
    }

    /** All roots under an id: the house has several, which go together. */
    Set<IInstallableUnit> rootsOf(String id) throws FaultException {
        IInstallableUnit root = root(id).orElseThrow(() -> new FaultException(new PluginFault.NoSuchPlugin(id)));
        Set<IInstallableUnit> found = new HashSet<>(Set.of(root));
        if (Units.product(root)) {
            Session.roots(session.profile()).stream().filter(Units::house).forEach(found::add);
        }
        return found;
    }

    /** The ids and versions of everything at the top, the same for two states in which the same is installed. */
    static TreeMap<String, String> content(IProfile profile) {
        return Session.roots(profile).stream()
                .collect(Collectors.toMap(
                        IInstallableUnit::getId,
                        unit -> unit.getVersion().toString(),
                        (one, two) -> one + " " + two,
                        TreeMap::new));
    }
}
