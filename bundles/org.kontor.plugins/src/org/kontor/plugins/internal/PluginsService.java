package org.kontor.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.UiThread;
import org.kontor.plugins.internal.p2.History;
import org.kontor.plugins.internal.p2.Installation;
import org.kontor.plugins.internal.p2.LocalHttp;
import org.kontor.plugins.internal.p2.Pruning;
import org.kontor.plugins.internal.p2.Session;
import org.kontor.plugins.internal.p2.Sites;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Plug-ins on p2. Everything that is asked opens p2 afresh and closes it again; nothing of it is loaded before. The brands that
 * were chosen are kept by {@link PluginBrands}, and here for every state, so that a way back brings them too.
 */
@Component(service = Plugins.class)
public final class PluginsService implements Plugins {
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";
    /** Addresses that whoever installed Kontor sets for all its users, in kontor.args, with blanks between them. */
    private static final String SITES = "kontor.sites";

    private final IProvisioningAgentProvider agents;
    private final PluginBrands brands;
    private final BrandTrail trail;
    private final Guard guard;
    private final RunningMark mark;
    private final MemoryFile memory;
    private final BundleContext context;
    private final Logger log;
    private final LocalHttp http = new LocalHttp();
    private final ReentrantLock changing = new ReentrantLock();

    @Activate
    public PluginsService(
            BundleContext context,
            @Reference IProvisioningAgentProvider agents,
            @Reference DataFolder folder,
            @Reference PluginBrands brands,
            @Reference BrandTrail trail,
            @Reference Guard guard,
            @Reference RunningMark mark,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.context = context;
        this.agents = agents;
        this.brands = brands;
        this.trail = trail;
        this.guard = guard;
        this.mark = mark;
        this.memory = new MemoryFile(folder.path().resolve("plugins.json"), log);
        this.log = log;
    }

    /** What is done with an open installation. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Session session) throws FaultException;
    }

    private <T> PluginResult<T> read(Use<T> use) {
        UiThread.forbid("reading what is installed");
        try (Session session = Session.toRead(agents, http, log)) {
            return new PluginResult.Done<>(use.with(session));
        } catch (FaultException e) {
            return new PluginResult.Failed<>(e.fault());
        } catch (OperationCanceledException e) {
            return new PluginResult.Failed<>(new PluginFault.Cancelled());
        }
    }

    private PluginResult<PluginChange> change(Use<PluginChange> use) {
        UiThread.forbid("changing what is installed");
        if (!changing.tryLock()) {
            return new PluginResult.Failed<>(new PluginFault.Busy());
        }
        try (Session session = Session.toChange(agents, http, log)) {
            Installation installation = new Installation(session);
            remember(installation);
            PluginChange done = use.with(session);
            remember(installation);
            prune(session);
            return new PluginResult.Done<>(done);
        } catch (FaultException e) {
            return new PluginResult.Failed<>(e.fault());
        } catch (OperationCanceledException e) {
            return new PluginResult.Failed<>(new PluginFault.Cancelled());
        } finally {
            changing.unlock();
        }
    }

    /** Whoever else runs from here may still load what no state needs any more. */
    private void prune(Session session) {
        try {
            if (mark.alone()) {
                new Pruning(session).prune(RunningBundles.names(context));
            }
        } catch (RuntimeException e) {
            log.error("Earlier states could not be pruned; what was asked for is done", e);
        }
    }

    private void remember(Installation installation) {
        Map<String, Set<BrandId>> chosen = new HashMap<>();
        installation.entries().stream()
                .filter(entry -> !entry.house())
                .forEach(entry ->
                        chosen.put(entry.plugin().id(), chosen(entry.plugin().id())));
        memory.change(now -> now.withState(installation.state(), chosen));
    }

    @Override
    public PluginResult<List<InstalledPlugin>> installed() {
        return read(session -> new Installation(session)
                .entries().stream().map(this::installed).toList());
    }

    private InstalledPlugin installed(Installation.Entry entry) {
        String id = entry.plugin().id();
        List<Trouble> troubles = entry.house()
                ? List.of()
                : guard.troubles().stream()
                        .filter(trouble ->
                                entry.bundles().contains(trouble.contribution().bundle()))
                        .toList();
        return new InstalledPlugin(
                entry.plugin(), entry.house(), entry.bundles(), entry.house() ? Set.of() : chosen(id), troubles);
    }

    @Override
    public List<URI> sites() {
        List<URI> sites = new ArrayList<>();
        List<String> texts =
                new ArrayList<>(List.of(System.getProperty(SITES, "").split("\\s+")));
        texts.addAll(memory.read().sites());
        for (String text : texts) {
            try {
                URI site = SiteAddress.parse(text);
                if (!sites.contains(site)) {
                    sites.add(site);
                }
            } catch (FaultException e) {
                if (!text.isBlank()) {
                    log.warn("{} is no address for plug-ins and is left out", text);
                }
            }
        }
        return sites;
    }

    @Override
    public PluginResult<URI> addSite(String address) {
        UiThread.forbid("keeping a site");
        try {
            URI site = SiteAddress.parse(address);
            keep(site);
            return new PluginResult.Done<>(site);
        } catch (FaultException e) {
            return new PluginResult.Failed<>(e.fault());
        }
    }

    private void keep(URI site) {
        if (!sites().contains(site)) {
            memory.change(now -> now.withSite(site.toString()));
        }
    }

    @Override
    public void removeSite(URI site) {
        UiThread.forbid("forgetting a site");
        memory.change(now -> now.withoutSite(site.toString()));
    }

    private List<URI> asked(@Nullable URI site) throws FaultException {
        List<URI> sites = site == null ? sites() : List.of(SiteAddress.parse(site.toString()));
        if (sites.isEmpty()) {
            throw new FaultException(new PluginFault.NoSite());
        }
        return sites;
    }

    @Override
    public PluginResult<PluginOffer<AvailablePlugin>> available(@Nullable URI site, IProgressMonitor monitor) {
        return read(session -> new Sites(session, asked(site)).available(monitor));
    }

    @Override
    public PluginResult<PluginChange> install(
            String id, @Nullable URI site, Set<BrandId> wanted, IProgressMonitor monitor) {
        return change(session -> {
            List<URI> from = asked(site);
            PluginChange done = new Sites(session, from).install(id, monitor);
            if (site != null) {
                from.forEach(this::keep);
            }
            choose(new Installation(session), id, wanted);
            return done;
        });
    }

    @Override
    public PluginResult<PluginOffer<PluginUpdate>> updates(@Nullable URI site, IProgressMonitor monitor) {
        return read(session -> new Sites(session, asked(site)).updates(monitor));
    }

    @Override
    public PluginResult<PluginChange> update(Set<String> ids, @Nullable URI site, IProgressMonitor monitor) {
        return change(session -> {
            PluginChange done = new Sites(session, asked(site)).update(ids, monitor);
            // A new version may bring other bundles, for which the old choice holds.
            Installation installation = new Installation(session);
            for (Installation.Entry entry : installation.entries()) {
                if (!entry.house() && done.added().contains(entry.plugin())) {
                    choose(
                            installation,
                            entry.plugin().id(),
                            chosen(entry.plugin().id()));
                }
            }
            return done;
        });
    }

    @Override
    public PluginResult<PluginChange> uninstall(String id, IProgressMonitor monitor) {
        return change(session -> {
            PluginChange done = new Sites(session, List.of()).uninstall(id, monitor);
            forget(id);
            return done;
        });
    }

    @Override
    public PluginResult<InstalledPlugin> choose(String id, Set<BrandId> wanted) {
        return read(session -> {
            Installation installation = new Installation(session);
            choose(installation, id, wanted);
            return installation.entries().stream()
                    .filter(entry -> entry.plugin().id().equals(id))
                    .map(this::installed)
                    .findFirst()
                    .orElseThrow(() -> new FaultException(new PluginFault.NoSuchPlugin(id)));
        });
    }

    @Override
    public PluginResult<List<PluginState>> history(IProgressMonitor monitor) {
        return read(session -> new History(session).states(monitor));
    }

    @Override
    public PluginResult<PluginChange> rollBack(long state, IProgressMonitor monitor) {
        return change(session -> {
            PluginChange done = new History(session).rollBack(state, sites(), monitor);
            Memory known = memory.read();
            Installation installation = new Installation(session);
            Set<String> there = new HashSet<>();
            for (Installation.Entry entry : installation.entries()) {
                if (!entry.house()) {
                    String id = entry.plugin().id();
                    there.add(id);
                    choose(installation, id, known.brands(state, id).orElseGet(() -> chosen(id)));
                }
            }
            done.removed().stream()
                    .map(gone -> gone.id())
                    .filter(id -> !there.contains(id))
                    .forEach(this::forget);
            return done;
        });
    }

    @Override
    public boolean restartNeeded() {
        UiThread.forbid("comparing what runs with what is installed");
        String area = context.getProperty("osgi.configuration.area");
        try {
            return area != null
                    && context.getProperty("eclipse.p2.profile") != null
                    && RunningBundles.outdated(
                            context,
                            Path.of(URI.create(area.replace(" ", "%20"))).resolve(BUNDLES));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("What the next start will run cannot be read from {}", area, e);
            return false;
        }
    }

    @Override
    public String explain(PluginFault fault, Locale locale) {
        return Words.explain(fault, locale);
    }

    private Set<BrandId> chosen(String id) {
        return brands.chosen(id);
    }

    private void choose(Installation installation, String id, Set<BrandId> wanted) throws FaultException {
        Installation.Entry entry = installation.entries().stream()
                .filter(each -> !each.house() && each.plugin().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new FaultException(new PluginFault.NoSuchPlugin(id)));
        trail.choosing(id, chosen(id), wanted);
        brands.choose(id, entry.bundles(), wanted);
    }

    private void forget(String id) {
        trail.choosing(id, chosen(id), Set.of());
        brands.forget(id);
    }
}
