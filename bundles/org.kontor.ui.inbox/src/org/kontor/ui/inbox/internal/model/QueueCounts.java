package org.kontor.ui.inbox.internal.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Queue;

/** How many conversations each queue holds, for the brands that are shown. */
public final class QueueCounts {
    private final Services services;
    private final Threads threads;
    private final Listeners<QueueCounts> listeners = new Listeners<>();
    private Map<BrandId, Map<Queue, Integer>> byBrand = Map.of();
    private Set<BrandId> brands = Set.of();
    private boolean known;
    private boolean reading;
    private boolean again;

    /** Counts nothing before the feed is started. */
    public QueueCounts(Services services, Threads threads, Feed feed) {
        this.services = services;
        this.threads = threads;
        feed.changes().add(changes -> read());
    }

    /** Who hears when a number may be another. */
    public Listeners<QueueCounts> listeners() {
        return listeners;
    }

    /** Counts only these brands; empty for all. */
    public void brands(Set<BrandId> wanted) {
        brands = Set.copyOf(wanted);
        listeners.fire(this);
    }

    /** The number of a queue; null while it is not known, and for those that are not counted. */
    public @Nullable Integer count(Queue queue) {
        if (!known || queue == Queue.ALL) {
            return null;
        }
        return byBrand.entrySet().stream()
                .filter(entry -> brands.isEmpty() || brands.contains(entry.getKey()))
                .mapToInt(entry -> entry.getValue().getOrDefault(queue, 0))
                .sum();
    }

    private void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        threads.work("counts", () -> services.read(rows -> rows.queueCounts()), this::took, fault -> ended());
    }

    private void took(Map<BrandId, Map<Queue, Integer>> counts) {
        boolean other = !known || !counts.equals(byBrand);
        Map<BrandId, Map<Queue, Integer>> copy = new java.util.HashMap<>();
        counts.forEach((brand, numbers) -> copy.put(brand, numbers.isEmpty() ? Map.of() : new EnumMap<>(numbers)));
        byBrand = copy;
        known = true;
        if (other) {
            listeners.fire(this);
        }
        ended();
    }

    /** The feed reports a store that cannot be read; old numbers stay. */
    private void ended() {
        reading = false;
        if (again) {
            again = false;
            read();
        }
    }
}
