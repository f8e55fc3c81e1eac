package org.kontor.api.plugin;

import java.util.Map;

/**
 * What an installation hands to plug-ins as settings until somebody enters others: an agency's own bundle may name its clients'
 * servers so; a service.
 *
 * @since 0.1
 */
public interface PluginPresets {
    /**
     * Settings for a bundle. Asked at every read, so that it must not wait.
     *
     * @param bundle the symbolic name of the bundle that reads its settings
     * @return values by name; empty where there are none
     */
    Map<String, String> of(String bundle);
}
