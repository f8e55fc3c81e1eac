package org.kontor.ui.inbox.internal.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.ui.api.state.ViewStates;

/** Keeps the state of views in memory, for one test. */
public final class FakeStates implements ViewStates {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(String key, String value) {
        kept.put(key, value);
    }

    @Override
    public void remove(String key) {
        kept.remove(key);
    }
}
