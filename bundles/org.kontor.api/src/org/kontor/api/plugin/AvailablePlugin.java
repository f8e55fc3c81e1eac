package org.kontor.api.plugin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A plug-in that a site offers, in its newest version there.
 *
 * @param site where it comes from
 * @param installed the version that is installed; null if none is
 * @since 0.1
 */
public record AvailablePlugin(
        Plugin plugin, URI site, @Nullable String installed) {}
