package org.kontor.ui.plugins.internal.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.PluginChange;
import org.kontor.api.plugin.PluginFault;
import org.kontor.api.plugin.PluginOffer;
import org.kontor.api.plugin.PluginResult;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;

/**
 * The plug-ins perspective: what is installed, what sites offer, what is being done. One thing is done at a time; while it runs
 * everything else can be looked at. Belongs to the UI thread.
 */
public final class PluginsModel implements AutoCloseable {
    private final PluginServices services;
    private final Messages messages;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Store.Registration registration;
    private final Errand errand;

    private Shelf shelf = Shelf.EMPTY;
    private List<Trouble> troubles;
    private @Nullable Node selected;
    private String filter = "";
    private Notice notice = Notice.NONE;
    private boolean loaded;
    /** Set by threads of the guard. */
    private volatile boolean stale;

    /**
     * What is said at the head of the perspective.
     *
     * @param fault whether something went wrong
     * @param text empty for nothing
     */
    public record Notice(boolean fault, String text) {
        static final Notice NONE = new Notice(false, "");
    }

    public PluginsModel(PluginServices services, Messages messages) {
        this.services = services;
        this.messages = messages;
        errand = new Errand(services.work());
        troubles = services.guard().troubles();
        registration = services.guard().onChange(() -> stale = true);
    }

    /** Calls {@code listener} after every change, until the result is run. */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void fire() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    // -- what there is

    /** What was read last. */
    public Shelf shelf() {
        return shelf;
    }

    /** Whether anything was read yet. */
    public boolean isLoaded() {
        return loaded;
    }

    /** What to say at the head. */
    public Notice notice() {
        return notice;
    }

    /** Whether contributions of plug-ins are left out in this run. */
    public boolean safeMode() {
        return services.guard().safeMode();
    }

    /** What is wrong with an installed plug-in now; safe mode is no fault of its own. */
    public List<Trouble> troubles(InstalledPlugin plugin) {
        return troubles.stream()
                .filter(trouble -> trouble.reason() != Trouble.Reason.SAFE_MODE)
                .filter(trouble ->
                        plugin.bundles().contains(trouble.contribution().bundle()))
                .toList();
    }

    /** What is chosen. */
    public Optional<Node> selected() {
        return Optional.ofNullable(selected);
    }

    /** Chooses. */
    public void select(Node node) {
        if (!node.equals(selected)) {
            selected = node;
            // What was said of the one before would seem to be said of this one.
            notice = Notice.NONE;
            fire();
        }
    }

    /** Shows only what has these words in its name. */
    public void setFilter(String words) {
        if (!words.equals(filter)) {
            filter = words;
            fire();
        }
    }

    /** The list: what is installed, what is offered, and the places. */
    public List<Row> rows() {
        return loaded ? new Rows(shelf, filter, messages, this::troubles).all() : List.of();
    }

    // -- what is being done

    /** What is being done; empty if nothing is. */
    public String doing() {
        return errand.doing();
    }

    /** How far it is, from 0 to 1; negative while nobody knows. */
    public double share() {
        return errand.share();
    }

    /** Whether something may be begun. */
    public boolean idle() {
        return errand.idle();
    }

    /** Cancels what is being done. */
    public void cancel() {
        errand.cancel();
    }

    /** Called once a second while the perspective shows. */
    public void tick() {
        if (errand.dropped()) {
            reload();
        } else if (stale) {
            stale = false;
            troubles = services.guard().troubles();
            fire();
        } else if (!idle()) {
            fire();
        }
    }

    /** Reads what is installed. */
    public void reload() {
        start(messages.text("doing.load"), this::read, read -> take(read, Notice.NONE));
    }

    private ShelfReader.Read read(IProgressMonitor monitor) {
        return new ShelfReader(services).read(monitor);
    }

    private void take(ShelfReader.Read read, Notice otherwise) {
        // Sites may have been asked meanwhile: what they said is kept.
        shelf = read.shelf().offering(shelf);
        loaded = true;
        PluginFault fault = read.fault();
        notice = fault == null ? otherwise : fault(fault);
        if (selected == null && !shelf.installed().isEmpty()) {
            List<InstalledPlugin> all = shelf.installed();
            selected = new Node.Installed(
                    all.get(Math.min(1, all.size() - 1)).plugin().id());
        }
        if (selected instanceof Node.Installed(String id) && shelf.installed(id).isEmpty()) {
            selected = shelf.offered(id).isPresent()
                    ? new Node.Offered(id)
                    : shelf.installed().isEmpty()
                            ? null
                            : new Node.Installed(
                                    shelf.installed().get(0).plugin().id());
        } else if (selected instanceof Node.Offered(String id)
                && shelf.installed(id).isPresent()) {
            selected = new Node.Installed(id);
        }
        fire();
    }

    private Notice fault(PluginFault fault) {
        return new Notice(true, services.plugins().explain(fault, messages.locale()));
    }

    /** Asks all sites what they offer. */
    public void look() {
        start(
                messages.text("doing.look"),
                monitor -> {
                    SubMonitor progress = SubMonitor.convert(monitor, 100);
                    PluginResult<PluginOffer<AvailablePlugin>> offered =
                            services.plugins().available(null, progress.split(50));
                    return new Looked(
                            offered,
                            offered instanceof PluginResult.Done
                                    ? services.plugins().updates(null, progress.split(50))
                                    : new PluginResult.Done<>(new PluginOffer<>(List.of(), List.of())));
                },
                this::looked);
    }

    private record Looked(
            PluginResult<PluginOffer<AvailablePlugin>> offered, PluginResult<PluginOffer<PluginUpdate>> newer) {}

    private void looked(Looked looked) {
        Set<String> wrong = new LinkedHashSet<>();
        List<AvailablePlugin> offered = items(looked.offered(), wrong);
        List<PluginUpdate> newer = items(looked.newer(), wrong);
        shelf = shelf.offering(offered, newer);
        if (!wrong.isEmpty()) {
            notice = new Notice(true, String.join(" ", wrong));
        } else if (!newer.isEmpty()) {
            notice = new Notice(false, messages.text("said.updates", newer.size()));
        } else {
            notice =
                    new Notice(false, messages.text("said.newest", shelf.fresh().size()));
        }
        fire();
    }

    private <T> List<T> items(PluginResult<PluginOffer<T>> result, Set<String> wrong) {
        return switch (result) {
            case PluginResult.Done<PluginOffer<T>>(PluginOffer<T> offer) -> {
                offer.faults().forEach(fault -> wrong.add(fault(fault).text()));
                yield offer.items();
            }
            case PluginResult.Failed<PluginOffer<T>>(PluginFault fault) -> {
                wrong.add(fault(fault).text());
                yield List.of();
            }
        };
    }

    /** Installs what a site offers, for some brands. */
    public void install(AvailablePlugin offered, Set<BrandId> brands) {
        change(
                messages.text("doing.install", offered.plugin().name()),
                monitor -> services.plugins().install(offered.plugin().id(), offered.site(), brands, monitor),
                messages.text("said.installed", offered.plugin().name()));
    }

    /** Brings one to its newest version. */
    public void update(PluginUpdate update) {
        change(
                messages.text("doing.update", update.to().name()),
                monitor -> services.plugins().update(Set.of(update.to().id()), null, monitor),
                messages.text(
                        "said.updated",
                        update.to().name(),
                        Versions.brief(update.to().version())));
    }

    /** Brings all to their newest versions. */
    public void updateAll() {
        change(
                messages.text("doing.updateAll"),
                monitor -> services.plugins().update(Set.of(), null, monitor),
                messages.text("said.updatedAll"));
    }

    /** Removes one. */
    public void uninstall(InstalledPlugin plugin) {
        change(
                messages.text("doing.uninstall", plugin.plugin().name()),
                monitor -> services.plugins().uninstall(plugin.plugin().id(), monitor),
                messages.text("said.uninstalled", plugin.plugin().name()));
    }

    /** Goes back to an earlier state. */
    public void rollBack(PluginState state) {
        change(
                messages.text("doing.rollBack"),
                monitor -> services.plugins().rollBack(state.id(), monitor),
                messages.text("said.rolledBack"));
    }

    /** Changes the brands that one sees, at once. */
    public void choose(InstalledPlugin plugin, Set<BrandId> brands) {
        start(
                messages.text("doing.choose"),
                monitor -> {
                    PluginResult<InstalledPlugin> result =
                            services.plugins().choose(plugin.plugin().id(), brands);
                    return new Changed(result, read(monitor));
                },
                changed -> took(
                        changed, messages.text("said.chosen", plugin.plugin().name())));
    }

    /** Keeps a site and asks it. */
    public void addSite(String address) {
        start(
                messages.text("doing.site"),
                monitor -> new Changed(services.plugins().addSite(address), read(monitor)),
                changed -> {
                    took(changed, messages.text("said.site", address.strip()));
                    if (changed.result() instanceof PluginResult.Done) {
                        look();
                    }
                });
    }

    /** Forgets a site. */
    public void removeSite(URI site) {
        start(
                messages.text("doing.site"),
                monitor -> {
                    services.plugins().removeSite(site);
                    return read(monitor);
                },
                read -> take(read, new Notice(false, messages.text("said.siteGone", site))));
    }

    /** Calls a contribution that is switched off again. */
    public void tryAgain(Trouble trouble) {
        start(
                messages.text("doing.tryAgain"),
                monitor -> {
                    services.guard().tryAgain(trouble.contribution());
                    return read(monitor);
                },
                read -> {
                    troubles = services.guard().troubles();
                    take(read, new Notice(false, messages.text("said.tryAgain")));
                });
    }

    private record Changed(PluginResult<?> result, ShelfReader.Read read) {}

    private void change(String name, Function<IProgressMonitor, PluginResult<PluginChange>> change, String said) {
        start(
                name,
                monitor -> {
                    SubMonitor progress = SubMonitor.convert(monitor, 100);
                    PluginResult<PluginChange> result = change.apply(progress.split(90));
                    // Also after a cancel it is to be seen what is installed.
                    return new Changed(result, read(new NullProgressMonitor()));
                },
                changed -> took(changed, said));
    }

    private void took(Changed changed, String said) {
        take(
                changed.read(),
                switch (changed.result()) {
                    case PluginResult.Done<?>(Object value) ->
                        PluginChange.NONE.equals(value)
                                ? new Notice(false, messages.text("said.nothing"))
                                : new Notice(false, said);
                    case PluginResult.Failed<?>(PluginFault fault) -> fault(fault);
                });
    }

    private <T> void start(String name, Function<IProgressMonitor, T> task, Consumer<T> then) {
        if (!idle()) {
            return;
        }
        errand.begin(name, task, then, failed -> {
            notice = new Notice(true, messages.text("said.failed", String.valueOf(failed.getMessage())));
            fire();
        });
        notice = Notice.NONE;
        fire();
    }

    @Override
    public void close() {
        registration.close();
    }
}
