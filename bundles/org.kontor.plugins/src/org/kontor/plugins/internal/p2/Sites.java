package org.kontor.plugins.internal.p2;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.plugins.internal.FaultException;

/** What sites offer, and how it comes here. */
public final class Sites {
    private final Session session;
    private final List<URI> sites;
    private final Installation installation;

    public Sites(Session session, List<URI> sites) {
        this.session = session;
        this.sites = List.copyOf(sites);
        this.installation = new Installation(session);
    }

    /** A unit with the site that offers it. */
    private record Offered(IInstallableUnit unit, URI site) {}

    /** The newest version of every plug-in on every site. */
    public PluginOffer<AvailablePlugin> available(IProgressMonitor monitor) throws FaultException {
        Session.Read read = session.read(sites, monitor);
        List<AvailablePlugin> found = new ArrayList<>();
        read.read().forEach((site, units) -> {
            for (IInstallableUnit unit : offered(units)) {
                String installed = installation
                        .root(Units.id(unit))
                        .map(root -> root.getVersion().toString())
                        .orElse(null);
                found.add(new AvailablePlugin(Units.plugin(unit), site, installed));
            }
        });
        found.sort(Comparator.comparing(AvailablePlugin::plugin, Installation.BY_NAME));
        return new PluginOffer<>(found, read.faults());
    }

    /** What a site shows in categories, or all its features where it has none; the house's own are none of it. */
    private static Set<IInstallableUnit> offered(IQueryable<IInstallableUnit> units) {
        Set<IInstallableUnit> newest = units.query(QueryUtil.createLatestQuery(QueryUtil.createIUGroupQuery()), null)
                .toSet();
        Set<IInstallableUnit> shown = new HashSet<>();
        for (IInstallableUnit category : units.query(QueryUtil.createIUCategoryQuery(), null)) {
            shown.addAll(units.query(QueryUtil.createIUCategoryMemberQuery(category), null)
                    .toUnmodifiableSet());
        }
        if (!shown.isEmpty()) {
            Set<String> ids = new HashSet<>();
            shown.forEach(unit -> ids.add(unit.getId()));
            newest.removeIf(unit -> !ids.contains(unit.getId()));
        }
        newest.removeIf(unit -> Units.houseName(unit.getId()) || !unit.getId().endsWith(Units.FEATURE));
        return newest;
    }

    /** Installs a plug-in, or brings it to the version that the sites offer. */
    public PluginChange install(String id, IProgressMonitor monitor) throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        if (Units.houseName(id)) {
            throw new FaultException(new PluginFault.HouseName(id));
        }
        Session.Read read = session.read(sites, progress.split(20));
        Offered found = newest(read, Units.unitId(id)).orElseThrow(() -> new FaultException(notFound(id, read)));
        Optional<IInstallableUnit> there = installation.root(id);
        if (there.isPresent() && there.get().compareTo(found.unit()) >= 0) {
            return PluginChange.NONE;
        }
        return new Change(session, found.site())
                .replace(
                        there.map(Set::of).orElse(Set.of()),
                        Set.of(found.unit()),
                        List.copyOf(read.read().keySet()),
                        all(read),
                        progress.split(80));
    }

    private static PluginFault notFound(String id, Session.Read read) {
        return read.read().isEmpty() && !read.faults().isEmpty()
                ? read.faults().get(0)
                : new PluginFault.NoSuchPlugin(id);
    }

    /** Newer versions of what is installed; of the house its product stands for all. */
    public PluginOffer<PluginUpdate> updates(IProgressMonitor monitor) throws FaultException {
        Session.Read read = session.read(sites, monitor);
        List<PluginUpdate> found = new ArrayList<>();
        newer(read, Session.roots(session.profile())).forEach((root, offered) -> {
            if (Units.product(root) || !Units.house(root)) {
                found.add(new PluginUpdate(Units.plugin(root), Units.plugin(offered.unit()), offered.site()));
            }
        });
        found.sort(Comparator.comparing(PluginUpdate::to, Installation.BY_NAME));
        return new PluginOffer<>(found, read.faults());
    }

    /** Updates what has one of these ids, or everything if there are none. */
    public PluginChange update(Set<String> ids, IProgressMonitor monitor) throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        Set<IInstallableUnit> roots = new HashSet<>();
        if (ids.isEmpty()) {
            roots.addAll(Session.roots(session.profile()));
        }
        for (String id : ids) {
            roots.addAll(installation.rootsOf(id));
        }
        Session.Read read = session.read(sites, progress.split(20));
        Map<IInstallableUnit, Offered> newer = newer(read, roots);
        if (newer.isEmpty()) {
            if (read.read().isEmpty() && !read.faults().isEmpty()) {
                throw new FaultException(read.faults().get(0));
            }
            return PluginChange.NONE;
        }
        Offered first = newer.values().iterator().next();
        return new Change(session, first.site())
                .replace(
                        newer.keySet(),
                        newer.values().stream().map(Offered::unit).toList(),
                        List.copyOf(read.read().keySet()),
                        all(read),
                        progress.split(80));
    }

    /** Removes a plug-in; no site is needed. */
    public PluginChange uninstall(String id, IProgressMonitor monitor) throws FaultException {
        IInstallableUnit root = installation
                .root(id)
                .filter(unit -> !Units.house(unit))
                .orElseThrow(() -> new FaultException(new PluginFault.NoSuchPlugin(id)));
        return new Change(session, null).replace(Set.of(root), Set.of(), List.of(), session.profile(), monitor);
    }

    private static Map<IInstallableUnit, Offered> newer(Session.Read read, Set<IInstallableUnit> roots) {
        Map<IInstallableUnit, Offered> newer = new LinkedHashMap<>();
        for (IInstallableUnit root : roots) {
            newest(read, root.getId())
                    .filter(offered -> offered.unit().compareTo(root) > 0)
                    .ifPresent(offered -> newer.put(root, offered));
        }
        return newer;
    }

    private static Optional<Offered> newest(Session.Read read, String unitId) {
        List<Offered> found = new ArrayList<>();
        read.read()
                .forEach(
                        (site, units) -> units.query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(unitId)), null)
                                .forEach(unit -> found.add(new Offered(unit, site))));
        return found.stream().max(Comparator.comparing(Offered::unit));
    }

    private static IQueryable<IInstallableUnit> all(Session.Read read) {
        return QueryUtil.compoundQueryable(List.copyOf(read.read().values()));
    }
}
