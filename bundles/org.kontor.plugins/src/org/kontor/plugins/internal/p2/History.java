package org.kontor.plugins.internal.p2;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginState;
import org.kontor.plugins.internal.FaultException;

/** Earlier states of the installation and the way back to them. */
public final class History {
    /** As many as anybody would choose from. */
    private static final int SHOWN = 10;

    private final Session session;

    public History(Session session) {
        this.session = session;
    }

    /** What was installed when, the newest first. */
    public List<PluginState> states(IProgressMonitor monitor) {
        Pool pool = session.pool();
        List<PluginState> states = new ArrayList<>();
        for (IProfile profile : distinct(SHOWN, monitor)) {
            List<Plugin> plugins = Installation.entries(profile).stream()
                    .map(Installation.Entry::plugin)
                    .toList();
            boolean current = states.isEmpty();
            states.add(new PluginState(
                    profile.getTimestamp(),
                    Instant.ofEpochMilli(profile.getTimestamp()),
                    plugins,
                    current,
                    current || pool.lacks(units(profile)).isEmpty()));
        }
        return states;
    }

    /**
     * The states, the newest first. p2 writes one for small things too; of those that look alike the newest stands for all.
     *
     * @param most so many at most
     */
    List<IProfile> distinct(int most, IProgressMonitor monitor) {
        String id = session.profile().getProfileId();
        long[] stamps = session.registry().listProfileTimestamps(id);
        SubMonitor progress = SubMonitor.convert(monitor, stamps.length);
        List<IProfile> states = new ArrayList<>();
        Map<String, String> last = Map.of();
        for (int i = stamps.length - 1; i >= 0 && states.size() < most; i--) {
            IProfile profile = session.registry().getProfile(id, stamps[i]);
            progress.worked(1);
            Map<String, String> content = profile == null ? Map.of() : Installation.content(profile);
            if (profile != null && !content.isEmpty() && !content.equals(last)) {
                last = content;
                states.add(profile);
            }
        }
        return states;
    }

    /**
     * Goes back.
     *
     * @param sites asked for what is no longer here; none is asked if all is
     */
    public PluginChange rollBack(long state, List<URI> sites, IProgressMonitor monitor) throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        IProfile now = session.profile();
        IProfile then = session.registry().getProfile(now.getProfileId(), state);
        if (then == null) {
            throw new FaultException(new PluginFault.StateGone(String.valueOf(state)));
        }
        if (Installation.content(now).equals(Installation.content(then))) {
            return PluginChange.NONE;
        }
        Set<IArtifactKey> missing = session.pool().lacks(units(then));
        if (!missing.isEmpty()) {
            Session.Read read = session.read(sites, progress.split(10));
            if (read.read().isEmpty()) {
                throw new FaultException(new PluginFault.StateGone(names(missing)));
            }
        }
        IPlanner planner = session.agent().getService(IPlanner.class);
        IProvisioningPlan plan = planner.getDiffPlan(now, then, progress.split(20));
        plan.getContext().setArtifactRepositories(missing.isEmpty() ? new URI[0] : sites.toArray(URI[]::new));
        try {
            return new Change(session, null).apply(plan, Session.roots(then), progress.split(70));
        } catch (FaultException e) {
            throw !missing.isEmpty() && e.fault() instanceof PluginFault.Broken
                    ? new FaultException(new PluginFault.StateGone(names(missing)))
                    : e;
        }
    }

    private static Set<IInstallableUnit> units(IProfile profile) {
        return profile.query(QueryUtil.ALL_UNITS, null).toUnmodifiableSet();
    }

    private static String names(Set<IArtifactKey> keys) {
        return keys.stream()
                .limit(3)
                .map(key -> key.getId() + " " + key.getVersion())
                .collect(Collectors.joining(", "));
    }
}
