package org.kontor.api.plugin;

/**
 * What a call of {@link Plugins} came to.
 *
 * @since 0.1
 */
public sealed interface PluginResult<T> {
    /** It was done. */
    record Done<T>(T value) implements PluginResult<T> {}

    /** It was not done, and everything is as before. */
    record Failed<T>(PluginFault fault) implements PluginResult<T> {}
}
