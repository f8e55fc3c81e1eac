package org.kontor.api.plugin;

import java.util.List;

/**
 * What was changed; it takes effect at the next start.
 *
 * @param added what is there now and was not before; a new version of something counts
 * @param removed what was there before and is not now; the old version of something counts
 * @since 0.1
 */
public record PluginChange(List<Plugin> added, List<Plugin> removed) {
    /** There was nothing to change. */
    public static final PluginChange NONE = new PluginChange(List.of(), List.of());

    public PluginChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Whether there was nothing to change. */
    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }
}
