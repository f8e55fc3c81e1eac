package org.kontor.plugins.internal.p2;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.equinox.p2.core.IAgentLocation;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.query.IUProfilePropertyQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginFault;
import org.kontor.plugins.internal.FaultException;
import org.kontor.plugins.internal.SiteAddress;
import org.osgi.service.log.Logger;

/**
 * One use of p2, with an agent of its own: p2 reads an installation once and then trusts its memory, but a command line may have
 * changed it since.
 */
public final class Session implements AutoCloseable {
    private static final String LOCK = "kontor.lock";

    private final IProvisioningAgent agent;
    private final IProfile profile;
    private final Logger log;
    private final Set<URI> loaded = new LinkedHashSet<>();
    private final LocalHttp http;
    private @Nullable FileChannel lockFile;
    private boolean localHttp;

    private Session(IProvisioningAgent agent, IProfile profile, LocalHttp http, Logger log) {
        this.agent = agent;
        this.profile = profile;
        this.http = http;
        this.log = log;
    }

    /** Opens the installation of this process to read it. */
    public static Session toRead(IProvisioningAgentProvider provider, LocalHttp http, Logger log)
            throws FaultException {
        try {
            // The current agent belongs to the process and stays; it knows where the installation is.
            Object place = provider.createAgent(null).getService(IAgentLocation.SERVICE_NAME);
            if (!(place instanceof IAgentLocation here) || here.getRootLocation() == null) {
                throw new FaultException(new PluginFault.NoInstallation());
            }
            // p2 would delete the files of earlier states as soon as nothing uses them, and so the way back.
            DefaultScope.INSTANCE
                    .getNode("org.eclipse.equinox.p2.garbagecollector")
                    .putBoolean("gc_enabled", false);
            IProvisioningAgent agent = provider.createAgent(here.getRootLocation());
            IProfile profile = agent.getService(IProfileRegistry.class).getProfile(IProfileRegistry.SELF);
            if (profile == null || profile.getProperty(IProfile.PROP_INSTALL_FOLDER) == null) {
                agent.stop();
                throw new FaultException(new PluginFault.NoInstallation());
            }
            return new Session(agent, profile, http, log);
        } catch (ProvisionException e) {
            throw new FaultException(new PluginFault.Broken(Faults.words(e.getStatus())));
        }
    }

    /** Opens it to change it: it must be writable, and nobody else may be changing it. */
    public static Session toChange(IProvisioningAgentProvider provider, LocalHttp http, Logger log)
            throws FaultException {
        Session session = toRead(provider, http, log);
        try {
            session.lock();
            return session;
        } catch (FaultException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void lock() throws FaultException {
        Path folder = folder();
        try {
            for (String name : List.of("plugins", "features", "p2")) {
                Path place = folder.resolve(name);
                if (Files.isDirectory(place)) {
                    // Access rights say too little (mounts that are read only): only a write tells.
                    Files.delete(Files.createTempFile(place, "probe", ".tmp"));
                }
            }
        } catch (IOException e) {
            throw new FaultException(new PluginFault.ReadOnly(folder));
        }
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("p2").resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lockFile = channel;
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new FaultException(new PluginFault.Busy());
            }
        } catch (OverlappingFileLockException e) {
            throw new FaultException(new PluginFault.Busy());
        } catch (IOException e) {
            throw new FaultException(new PluginFault.Broken(String.valueOf(e.getMessage())));
        }
    }

    /** Where Kontor is installed. */
    Path folder() {
        return Path.of(profile.getProperty(IProfile.PROP_INSTALL_FOLDER));
    }

    IProvisioningAgent agent() {
        return agent;
    }

    IProfile profile() {
        return profile;
    }

    IProfileRegistry registry() {
        return agent.getService(IProfileRegistry.class);
    }

    Pool pool() {
        return Pool.of(agent, profile, log);
    }

    Logger log() {
        return log;
    }

    /** What somebody asked for, as opposed to what came along. */
    static Set<IInstallableUnit> roots(IProfile profile) {
        return profile.query(new IUProfilePropertyQuery(IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString()), null)
                .toUnmodifiableSet();
    }

    /** The system of this installation, as requirements ask for it. */
    static Map<String, String> machine(IProfile profile) {
        Map<String, String> machine = new HashMap<>(profile.getProperties());
        String environments = profile.getProperty(IProfile.PROP_ENVIRONMENTS);
        if (environments != null) {
            Arrays.stream(environments.split(","))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> machine.put(pair[0].strip(), pair[1].strip()));
        }
        return machine;
    }

    /**
     * What sites offer.
     *
     * @param read what could be read, in the order of the sites
     * @param faults why others could not
     */
    record Read(Map<URI, IQueryable<IInstallableUnit>> read, List<PluginFault> faults) {}

    /** Reads sites afresh. */
    Read read(List<URI> sites, IProgressMonitor monitor) throws FaultException {
        SubMonitor progress = SubMonitor.convert(monitor, Math.max(1, sites.size()));
        Map<URI, IQueryable<IInstallableUnit>> read = new LinkedHashMap<>();
        List<PluginFault> faults = new ArrayList<>();
        IMetadataRepositoryManager manager = agent.getService(IMetadataRepositoryManager.class);
        for (URI site : sites) {
            if (progress.isCanceled()) {
                throw new FaultException(new PluginFault.Cancelled());
            }
            permit(site);
            loaded.add(site);
            try {
                progress.subTask(site.toString());
                read.put(site, manager.loadRepository(site, progress.split(1)));
            } catch (ProvisionException e) {
                faults.add(Faults.ofSite(site, e));
            }
        }
        return new Read(read, faults);
    }

    /** p2 reads http as https. On this machine there is nobody to listen; the rule is put back when this session ends. */
    private void permit(URI site) {
        if (!localHttp && SiteAddress.isLocalHttp(site)) {
            localHttp = true;
            http.ease();
        }
    }

    @Override
    public void close() {
        // p2 remembers every site that was read, and would ask them all the next time.
        IMetadataRepositoryManager metadata = agent.getService(IMetadataRepositoryManager.class);
        IArtifactRepositoryManager artifacts = agent.getService(IArtifactRepositoryManager.class);
        for (URI site : loaded) {
            metadata.removeRepository(site);
            artifacts.removeRepository(site);
        }
        if (localHttp) {
            http.restore();
        }
        agent.stop();
        FileChannel held = lockFile;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                log.warn("The lock of the installation stays until this process ends", e);
            }
        }
    }
}
