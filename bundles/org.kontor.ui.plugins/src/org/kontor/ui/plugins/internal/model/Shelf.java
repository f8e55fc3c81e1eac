package org.kontor.ui.plugins.internal.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.kontor.api.account.Brand;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.PluginState;
import org.kontor.api.plugin.PluginUpdate;

/**
 * What there is, as it was read last.
 *
 * @param installed the house first
 * @param available what sites offer, installed or not
 * @param updates newer versions of what is installed
 * @param asked whether the sites have been asked at all
 * @param states the newest first
 */
public record Shelf(
        List<InstalledPlugin> installed,
        List<AvailablePlugin> available,
        List<PluginUpdate> updates,
        boolean asked,
        List<URI> sites,
        List<PluginState> states,
        List<Brand> brands,
        boolean restart) {
    /** Nothing has been read yet. */
    static final Shelf EMPTY =
            new Shelf(List.of(), List.of(), List.of(), false, List.of(), List.of(), List.of(), false);

    /** With what sites offer now. */
    Shelf offering(List<AvailablePlugin> offered, List<PluginUpdate> newer) {
        return new Shelf(installed, offered, newer, true, sites, states, brands, restart);
    }

    /** With what sites offered at another time. */
    Shelf offering(Shelf other) {
        return new Shelf(installed, other.available, other.updates, other.asked, sites, states, brands, restart);
    }

    /** Something installed. */
    public Optional<InstalledPlugin> installed(String id) {
        return installed.stream().filter(each -> each.plugin().id().equals(id)).findFirst();
    }

    /** Something offered. */
    public Optional<AvailablePlugin> offered(String id) {
        return available.stream().filter(each -> each.plugin().id().equals(id)).findFirst();
    }

    /** A newer version of something installed. */
    public Optional<PluginUpdate> update(String id) {
        return updates.stream()
                .filter(each -> each.from().id().equals(id))
                .filter(each -> installed(id)
                        .filter(now -> now.plugin().version().equals(each.from().version()))
                        .isPresent())
                .findFirst();
    }

    /** How many of the newer versions are still newer than what is installed. */
    public int outdated() {
        return (int) updates.stream()
                .map(each -> each.from().id())
                .distinct()
                .filter(id -> update(id).isPresent())
                .count();
    }

    /** What is offered and not installed. */
    public List<AvailablePlugin> fresh() {
        return available.stream()
                .filter(each -> installed(each.plugin().id()).isEmpty())
                .toList();
    }
}
