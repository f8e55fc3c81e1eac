package org.kontor.api.plugin;

import java.util.List;

/**
 * What the sites offer, as far as they could be asked.
 *
 * @param items by name
 * @param faults what kept sites from answering; empty if all did
 * @since 0.1
 */
public record PluginOffer<T>(List<T> items, List<PluginFault> faults) {
    public PluginOffer {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }
}
