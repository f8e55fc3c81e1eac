package org.kontor.api.plugin;

import java.util.Map;
import java.util.Optional;

/**
 * A few values by name that a plug-in keeps for itself, such as the address of the client's server; a service of which every
 * bundle has its own: none sees what another keeps. Not for secrets. They outlive updates of the plug-in and are left where they
 * are when it is uninstalled. Where nothing was kept under a name, what {@link PluginPresets} say holds. Safe for use by several
 * threads; not for the UI thread.
 *
 * @since 0.1
 */
public interface PluginSettings {
    /** The longest value that is kept. */
    int LONGEST = 10_000;

    /** The value under a name; empty where there is none. */
    Optional<String> value(String name);

    /**
     * Keeps values, all or none; they are durable when the call returns. Names that are not given keep their values.
     *
     * @param values by name; a blank one forgets what was kept under it
     * @throws IllegalArgumentException if a name is blank or a value longer than {@value #LONGEST} characters
     * @throws java.io.UncheckedIOException if they cannot be written; the old ones still hold then
     */
    void keep(Map<String, String> values);
}
