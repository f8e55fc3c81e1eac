package org.kontor.api.plugin;

/**
 * What a guarded call came to.
 *
 * @param <T> what the contribution answers
 * @since 0.1
 */
public sealed interface Guarded<T> {
    /** It answered in time. */
    record Answered<T>(T value) implements Guarded<T> {}

    /** It threw or took too long; the next call will try again unless the trouble says that it is switched off. */
    record Failed<T>(Trouble trouble) implements Guarded<T> {}

    /** It was not called: it is switched off. */
    record Off<T>(Trouble trouble) implements Guarded<T> {}
}
