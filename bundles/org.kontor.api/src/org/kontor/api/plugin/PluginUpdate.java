package org.kontor.api.plugin;

import java.net.URI;

/**
 * A newer version of what is installed.
 *
 * @param from what is installed
 * @param to what the site offers
 * @since 0.1
 */
public record PluginUpdate(Plugin from, Plugin to, URI site) {}
