package org.kontor.api.plugin;

import java.time.Instant;
import java.util.List;

/**
 * What was installed from a moment on.
 *
 * @param id names the state
 * @param since from when on
 * @param plugins the house first, then the plug-ins by name
 * @param current whether it is what the next start will find
 * @param kept whether all of it lies on this machine, so that no site is needed to go back to it
 * @since 0.1
 */
public record PluginState(long id, Instant since, List<Plugin> plugins, boolean current, boolean kept) {
    public PluginState {
        plugins = List.copyOf(plugins);
    }
}
