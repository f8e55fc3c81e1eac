package org.kontor.ui.plugins.internal.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.Plugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;
import org.kontor.ui.common.work.Work;

/** Plug-ins in memory: a site with one plug-in in two versions, and whatever a test makes go wrong. */
public final class FakePlugins implements Plugins, Guard {
    public static final URI SITE = URI.create("https://plugins.nordwind.example");
    public static final Brand ALMA = brand(1, "Kaffeerösterei Alma");
    public static final Brand NORDWIND = brand(2, "Nordwind");
    private static final Plugin KONTOR = plugin(HOUSE, "Kontor", "0.1.0.202611272116", "");

    /** What the site offers. */
    public Plugin offered = nordwind("1.0.0");

    public final List<URI> sites = new ArrayList<>();
    public final List<InstalledPlugin> plugins = new ArrayList<>();
    public final List<PluginState> states = new ArrayList<>();
    public final List<Trouble> troubles = new ArrayList<>();
    public @Nullable PluginFault fault;
    public boolean safe;
    public boolean changed;
    private Runnable listener = () -> {};

    public FakePlugins() {
        plugins.add(new InstalledPlugin(KONTOR, true, Set.of(), Set.of(), List.of()));
        note();
    }

    /** The client's plug-in in a version. */
    public static Plugin nordwind(String version) {
        return plugin(
                "sample.nordwind", "Nordwind", version, "Free for the agencies of Nordwind GmbH.\n\nNo warranty.");
    }

    private static Plugin plugin(String id, String name, String version, String licence) {
        return new Plugin(
                id,
                name,
                version,
                licence.isEmpty() ? "" : "Nordwind GmbH",
                licence.isEmpty() ? "" : "Orders of the shop beside a conversation, and the wording of the house.",
                licence);
    }

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), new ClientId(1), name, Colour.of("#336699"), ZoneOffset.UTC, "");
    }

    /** What the perspective works with. */
    public PluginServices services(Work work) {
        return new PluginServices(this, this, () -> List.of(ALMA, NORDWIND), work);
    }

    /** Makes a contribution of the plug-in fail. */
    public Trouble trouble(boolean off) {
        Trouble trouble = new Trouble(
                new Contribution("sample.nordwind.bundle", Contribution.Kind.SIDE_SECTION, "sample.nordwind.orders"),
                Trouble.Reason.SLOW,
                "5 s",
                Instant.now().minusSeconds(120),
                3,
                off);
        troubles.add(trouble);
        listener.run();
        return trouble;
    }

    private void note() {
        long id = 1_000_000L * (states.size() + 1);
        states.replaceAll(state -> new PluginState(state.id(), state.since(), state.plugins(), false, true));
        states.add(
                0,
                new PluginState(
                        id,
                        Instant.ofEpochSecond(1_795_000_000L + id),
                        plugins.stream().map(InstalledPlugin::plugin).toList(),
                        true,
                        true));
    }

    private PluginResult<PluginChange> change(Runnable change) {
        PluginFault wrong = fault;
        if (wrong != null) {
            return new PluginResult.Failed<>(wrong);
        }
        change.run();
        changed = true;
        note();
        return new PluginResult.Done<>(new PluginChange(List.of(offered), List.of()));
    }

    private void put(Plugin plugin, Set<BrandId> brands) {
        plugins.removeIf(each -> !each.house());
        plugins.add(new InstalledPlugin(plugin, false, Set.of("sample.nordwind.bundle"), brands, List.of()));
    }

    private Set<BrandId> brands() {
        return plugins.get(plugins.size() - 1).brands();
    }

    @Override
    public PluginResult<List<InstalledPlugin>> installed() {
        return new PluginResult.Done<>(List.copyOf(plugins));
    }

    @Override
    public List<URI> sites() {
        return List.copyOf(sites);
    }

    @Override
    public PluginResult<URI> addSite(String address) {
        if (!address.startsWith("https://")) {
            return new PluginResult.Failed<>(new PluginFault.SiteRefused(address));
        }
        sites.add(URI.create(address));
        return new PluginResult.Done<>(URI.create(address));
    }

    @Override
    public void removeSite(URI site) {
        sites.remove(site);
    }

    @Override
    public PluginResult<PluginOffer<AvailablePlugin>> available(@Nullable URI site, IProgressMonitor monitor) {
        PluginFault wrong = fault;
        return new PluginResult.Done<>(
                wrong == null
                        ? new PluginOffer<>(List.of(new AvailablePlugin(offered, SITE, null)), List.of())
                        : new PluginOffer<>(List.of(), List.of(wrong)));
    }

    @Override
    public PluginResult<PluginChange> install(
            String id, @Nullable URI site, Set<BrandId> wanted, IProgressMonitor monitor) {
        return change(() -> put(offered, wanted));
    }

    @Override
    public PluginResult<PluginOffer<PluginUpdate>> updates(@Nullable URI site, IProgressMonitor monitor) {
        return new PluginResult.Done<>(new PluginOffer<>(
                plugins.stream()
                        .filter(each -> each.plugin().id().equals(offered.id()))
                        .filter(each -> !each.plugin().version().equals(offered.version()))
                        .map(each -> new PluginUpdate(each.plugin(), offered, SITE))
                        .toList(),
                List.of()));
    }

    @Override
    public PluginResult<PluginChange> update(Set<String> ids, @Nullable URI site, IProgressMonitor monitor) {
        return change(() -> put(offered, brands()));
    }

    @Override
    public PluginResult<PluginChange> uninstall(String id, IProgressMonitor monitor) {
        return change(() -> plugins.removeIf(each -> each.plugin().id().equals(id)));
    }

    @Override
    public PluginResult<InstalledPlugin> choose(String id, Set<BrandId> wanted) {
        put(plugins.get(1).plugin(), wanted);
        return new PluginResult.Done<>(plugins.get(1));
    }

    @Override
    public PluginResult<List<PluginState>> history(IProgressMonitor monitor) {
        return new PluginResult.Done<>(List.copyOf(states));
    }

    @Override
    public PluginResult<PluginChange> rollBack(long id, IProgressMonitor monitor) {
        PluginState state =
                states.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        return change(() -> {
            plugins.removeIf(each -> !each.house());
            state.plugins().stream()
                    .filter(each -> !each.id().equals(HOUSE))
                    .forEach(each -> put(each, Set.of(NORDWIND.id())));
        });
    }

    @Override
    public boolean restartNeeded() {
        return changed;
    }

    @Override
    public String explain(PluginFault wrong, Locale locale) {
        return locale.getLanguage() + " " + wrong;
    }

    @Override
    public <S, T> Guarded<T> call(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
        throw new AssertionError("the perspective calls no contribution");
    }

    @Override
    public List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void tryAgain(Contribution contribution) {
        troubles.removeIf(trouble -> trouble.contribution().equals(contribution));
        listener.run();
    }

    @Override
    public boolean safeMode() {
        return safe;
    }

    @Override
    public Store.Registration onChange(Runnable called) {
        listener = called;
        return () -> listener = () -> {};
    }
}
