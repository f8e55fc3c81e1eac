package org.kontor.plugins.internal.p2;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.equinox.p2.core.IAgentLocation;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.repository.artifact.ArtifactKeyQuery;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;
import org.osgi.service.log.Logger;

/** The files of an installation: its bundles and features, and the archives that files at its top come from. */
final class Pool {
    private final List<IFileArtifactRepository> places = new ArrayList<>();

    private Pool() {}

    static Pool of(IProvisioningAgent agent, IProfile profile, Logger log) {
        Pool pool = new Pool();
        IArtifactRepositoryManager manager = agent.getService(IArtifactRepositoryManager.class);
        String cache = profile.getProperty(IProfile.PROP_CACHE);
        if (cache != null) {
            pool.add(manager, Path.of(cache).toUri(), log);
        }
        URI area = agent.getService(IAgentLocation.class).getDataArea("org.eclipse.equinox.p2.core");
        pool.add(manager, area.resolve("cache/"), log);
        return pool;
    }

    private void add(IArtifactRepositoryManager manager, URI place, Logger log) {
        try {
            IArtifactRepository repository = manager.loadRepository(place, null);
            if (repository instanceof IFileArtifactRepository files) {
                places.add(files);
            }
        } catch (ProvisionException e) {
            log.debug("No artifacts are kept in {}: {}", place, e.getStatus().getMessage());
        }
    }

    /** The file of an artifact, if it is here. */
    Optional<File> file(IArtifactKey key) {
        return places.stream()
                .map(place -> place.getArtifactFile(key))
                .filter(file -> file != null && file.exists())
                .findFirst();
    }

    /** What units need and is not here. */
    Set<IArtifactKey> lacks(Collection<IInstallableUnit> units) {
        Set<IArtifactKey> missing = new LinkedHashSet<>();
        for (IInstallableUnit unit : units) {
            unit.getArtifacts().stream().filter(key -> file(key).isEmpty()).forEach(missing::add);
        }
        return missing;
    }

    /** All that lies in a folder; what an installation shares with others lies elsewhere. */
    Set<IArtifactKey> within(Path folder) {
        Set<IArtifactKey> found = new LinkedHashSet<>();
        for (IFileArtifactRepository place : places) {
            URI location = place.getLocation();
            if ("file".equals(location.getScheme()) && Path.of(location).startsWith(folder)) {
                found.addAll(place.query(ArtifactKeyQuery.ALL_KEYS, null).toUnmodifiableSet());
            }
        }
        return found;
    }

    /** Deletes artifacts. */
    void delete(Collection<IArtifactKey> keys) {
        for (IFileArtifactRepository place : places) {
            List<IArtifactKey> here = keys.stream().filter(place::contains).toList();
            if (!here.isEmpty()) {
                place.removeDescriptors(here.toArray(IArtifactKey[]::new), null);
            }
        }
    }
}
