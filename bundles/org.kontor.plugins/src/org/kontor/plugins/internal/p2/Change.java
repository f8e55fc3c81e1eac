package org.kontor.plugins.internal.p2;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.ISizingPhaseSet;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.plugins.internal.FaultException;

/**
 * One change of the installation: resolved, checked, fetched, checked again, applied. p2 applies all of it or nothing; what was
 * fetched for a change that did not go through is deleted.
 */
final class Change {
    /** Left free whatever is installed: a system without any room fails in odd places. */
    private static final long SPARE_BYTES = 50L * 1024 * 1024;

    private final Session session;
    private final @Nullable URI site;

    /** @param site where the parts come from, as faults name it; null if from nowhere */
    Change(Session session, @Nullable URI site) {
        this.session = session;
        this.site = site;
    }

    /**
     * Replaces roots.
     *
     * @param sites where the parts may come from
     * @param offered what these sites offer
     */
    PluginChange replace(
            Collection<IInstallableUnit> remove,
            Collection<IInstallableUnit> add,
            List<URI> sites,
            IQueryable<IInstallableUnit> offered,
            IProgressMonitor monitor)
            throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        IPlanner planner = session.agent().getService(IPlanner.class);
        IProfile profile = session.profile();
        IProfileChangeRequest request = planner.createChangeRequest(profile);
        request.removeAll(Set.copyOf(remove));
        request.addAll(Set.copyOf(add));
        add.forEach(unit -> request.setInstallableUnitProfileProperty(
                unit, IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString()));
        ProvisioningContext context = new ProvisioningContext(session.agent());
        context.setMetadataRepositories(sites.toArray(URI[]::new));
        context.setArtifactRepositories(sites.toArray(URI[]::new));
        IProvisioningPlan plan = planner.getProvisioningPlan(request, context, progress.split(20));
        if (plan.getStatus().matches(IStatus.ERROR)) {
            throw new FaultException(
                    new Missing(QueryUtil.compoundQueryable(profile, offered), Session.machine(profile))
                            .of(add)
                            .orElseGet(() -> new PluginFault.DoesNotFit(Faults.words(plan.getStatus()))));
        }
        return apply(plan, add, progress.split(80));
    }

    /**
     * Does what was planned.
     *
     * @param roots what the plan brings at its top; of it the parts of the house may bring names of the house
     */
    PluginChange apply(IProvisioningPlan plan, Collection<IInstallableUnit> roots, IProgressMonitor monitor)
            throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        check(plan.getStatus());
        Set<IInstallableUnit> before = Session.roots(session.profile());
        Set<IInstallableUnit> added =
                plan.getAdditions().query(QueryUtil.ALL_UNITS, null).toUnmodifiableSet();
        HouseNames.Brought house = ofHouse(roots, added, plan.getAdditions());
        refuse(HouseNames.inUnits(added, house));
        Pool pool = session.pool();
        Set<IArtifactKey> fresh = pool.lacks(added);
        if (!fresh.isEmpty()) {
            room(plan, progress.split(10));
        }
        boolean done = false;
        try {
            IEngine engine = session.agent().getService(IEngine.class);
            progress.setWorkRemaining(90);
            check(engine.perform(
                    plan,
                    PhaseSetFactory.createPhaseSetIncluding(new String[] {PhaseSetFactory.PHASE_COLLECT}),
                    progress.split(60)));
            for (IInstallableUnit unit : added) {
                if (!house.own().contains(unit) && Units.bundle(unit)) {
                    inspect(session.pool(), unit, house);
                }
            }
            check(engine.perform(plan, PhaseSetFactory.createDefaultPhaseSet(), progress.split(30)));
            done = true;
        } catch (IllegalStateException e) {
            // Another process has p2's own lock, such as its director.
            session.log().info("The installation is being changed by another process", e);
            throw new FaultException(new PluginFault.Busy());
        } finally {
            if (!done) {
                session.pool().delete(fresh);
            }
        }
        return difference(before, Session.roots(session.registry().getProfile(IProfileRegistry.SELF)));
    }

    private void check(IStatus status) throws FaultException {
        if (status.matches(IStatus.ERROR | IStatus.CANCEL)) {
            throw new FaultException(Faults.ofChange(status, session.folder(), site));
        }
    }

    private static void refuse(Optional<PluginFault> fault) throws FaultException {
        if (fault.isPresent()) {
            throw new FaultException(fault.get());
        }
    }

    private static void inspect(Pool pool, IInstallableUnit unit, HouseNames.Brought house) throws FaultException {
        for (IArtifactKey key : unit.getArtifacts()) {
            Optional<File> file = pool.file(key);
            if (file.isPresent()) {
                try {
                    refuse(HouseNames.inFile(file.get(), unit, house));
                } catch (IOException e) {
                    throw new FaultException(
                            new PluginFault.NotGenuine(file.get().getName() + ": " + e.getMessage()));
                }
            }
        }
    }

    /**
     * What the roots of the house ask for themselves, by their features, and what that needs beside. The latter is anybody's, so
     * it may be of the platform but not of the house: a package of that name does not make a bundle one of the house.
     */
    private static HouseNames.Brought ofHouse(
            Collection<IInstallableUnit> roots, Set<IInstallableUnit> added, IQueryable<IInstallableUnit> place) {
        Set<IInstallableUnit> house = new HashSet<>();
        Deque<IInstallableUnit> open = new ArrayDeque<>();
        roots.stream().filter(Units::house).filter(house::add).forEach(open::add);
        while (!open.isEmpty()) {
            for (IRequirement requirement : open.remove().getRequirements()) {
                for (IInstallableUnit unit : added) {
                    if (unit.satisfies(requirement) && house.add(unit) && !Units.bundle(unit)) {
                        open.add(unit);
                    }
                }
            }
        }
        // A house that stays as it is needs nothing new.
        Set<IInstallableUnit> fresh = house.stream().filter(added::contains).collect(Collectors.toSet());
        return new HouseNames.Brought(house, Units.needed(place, fresh));
    }

    private void room(IProvisioningPlan plan, IProgressMonitor monitor) throws FaultException {
        ISizingPhaseSet sizes = PhaseSetFactory.createSizingPhaseSet();
        IStatus status = session.agent().getService(IEngine.class).perform(plan, sizes, monitor);
        if (status.matches(IStatus.CANCEL)) {
            throw new FaultException(new PluginFault.Cancelled());
        }
        try {
            long free = Files.getFileStore(session.folder()).getUsableSpace();
            if (status.isOK() && sizes.getDiskSize() + SPARE_BYTES > free) {
                throw new FaultException(new PluginFault.DiskFull(session.folder()));
            }
        } catch (IOException e) {
            session.log().debug("The free room of {} cannot be asked", session.folder(), e);
        }
    }

    private static PluginChange difference(Set<IInstallableUnit> before, Set<IInstallableUnit> after) {
        return new PluginChange(
                plugins(after, unit -> !before.contains(unit)), plugins(before, unit -> !after.contains(unit)));
    }

    private static List<Plugin> plugins(Set<IInstallableUnit> roots, Predicate<IInstallableUnit> wanted) {
        return roots.stream()
                .filter(wanted)
                .filter(unit -> Units.product(unit) || !Units.house(unit))
                .map(Units::plugin)
                .sorted(Comparator.comparing(Plugin::name).thenComparing(Plugin::id))
                .toList();
    }
}
