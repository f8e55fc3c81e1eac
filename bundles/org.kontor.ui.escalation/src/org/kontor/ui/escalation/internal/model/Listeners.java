package org.kontor.ui.escalation.internal.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who look at a model and want to look again after a change. */
public final class Listeners {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener.
     *
     * @return takes it off again
     */
    public Runnable add(Runnable listener) {
        // One listener may be given twice; taking one off must not take the other.
        Runnable own = listener::run;
        all.add(own);
        return () -> all.remove(own);
    }

    void fire() {
        all.forEach(Runnable::run);
    }
}
