package org.kontor.plugins.internal.p2;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.kontor.api.plugin.Plugins;

/**
 * Forgets the states before the last {@value Plugins#KEPT_STATES}, and deletes what neither these nor the current one need. p2's
 * own garbage collector would keep the files of the current state only.
 */
public final class Pruning {
    private final Session session;

    public Pruning(Session session) {
        this.session = session;
    }

    /**
     * Does it. What cannot be forgotten or deleted now is so by the next change.
     *
     * @param running names and versions of bundles that this process runs, with a blank between them: their files stay
     */
    public void prune(Set<String> running) {
        IProfileRegistry registry = session.registry();
        String id = session.profile().getProfileId();
        List<IProfile> kept = new History(session).distinct(Plugins.KEPT_STATES + 1, new NullProgressMonitor());
        Set<Long> stamps = kept.stream().map(IProfile::getTimestamp).collect(Collectors.toSet());
        Set<IArtifactKey> needed = new HashSet<>();
        kept.forEach(profile -> addArtifacts(profile, needed));
        // Whoever shares the files has a profile of its own beside ours.
        for (IProfile other : registry.getProfiles()) {
            addArtifacts(other, needed);
        }
        for (long stamp : registry.listProfileTimestamps(id)) {
            if (!stamps.contains(stamp)) {
                try {
                    registry.removeProfile(id, stamp);
                } catch (ProvisionException e) {
                    session.log().warn("The state {} stays: {}", stamp, Faults.words(e.getStatus()));
                }
            }
        }
        Pool pool = session.pool();
        Set<IArtifactKey> gone = pool.within(session.folder()).stream()
                .filter(key -> !needed.contains(key) && !running.contains(key.getId() + " " + key.getVersion()))
                .collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            session.log().info("{} files that no kept state needs are deleted", gone.size());
            pool.delete(gone);
        }
    }

    private static void addArtifacts(IProfile profile, Set<IArtifactKey> needed) {
        for (IInstallableUnit unit : profile.query(QueryUtil.ALL_UNITS, null)) {
            needed.addAll(unit.getArtifacts());
        }
    }
}
