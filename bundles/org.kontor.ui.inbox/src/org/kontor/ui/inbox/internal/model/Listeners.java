package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to hear of something. */
public final class Listeners<E> {
    private final List<Consumer<? super E>> all = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener.
     *
     * @return takes it off again
     */
    public Runnable add(Consumer<? super E> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void fire(E event) {
        all.forEach(listener -> listener.accept(event));
    }
}
