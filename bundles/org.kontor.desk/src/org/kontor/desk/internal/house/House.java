package org.kontor.desk.internal.house;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.id.IdSource;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.runner.Pace;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The one clock, the one source of ids, the pace and the service-level clocks of this process. */
@Component(service = House.class)
public final class House {
    private final InstantSource clock;
    private final int node;
    private final Pace pace;
    private final Contributions contributions;
    private final Clocks clocks;
    private @Nullable Store store;
    private @Nullable IdSource ids;

    @Activate
    public House(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable Pace pace,
            @Reference Guard guard,
            @Reference PluginBrands brands) {
        this(InstantSource.system(), 0, pace == null ? Pace.USUAL : pace, new Contributions(guard, brands));
    }

    /**
     * Its own number of parameters: of two with as many, DS tries the wrong one and writes an error to the log.
     *
     * @param node number of this process among those that write to one store
     */
    public House(InstantSource clock, int node, Pace pace, Contributions contributions) {
        this.clock = clock;
        this.node = node;
        this.pace = pace;
        this.contributions = contributions;
        clocks = new Clocks(contributions);
    }

    /** The time, to the millisecond that stores keep. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** A clock hook arrived. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addClock(ClockHook hook) {
        clocks.add(hook);
    }

    /** A clock hook left. */
    public void removeClock(ClockHook hook) {
        clocks.remove(hook);
    }

    /** What says when answers are due. */
    public Clocks clocks() {
        return clocks;
    }

    /** How bundles are asked for what they contribute. */
    public Contributions contributions() {
        return contributions;
    }

    /** How long things wait. */
    public Pace pace() {
        return pace;
    }

    /** The store says how ids of this process differ from those of others. */
    @Reference
    public synchronized void setStore(Store numbering) {
        store = numbering;
    }

    /** A new number for an id. Opens the store, so not for the UI thread. */
    public synchronized long nextId() {
        IdSource known = ids;
        if (known == null) {
            Store numbering = store;
            known = new IdSource(clock, numbering == null ? node : numbering.node());
            ids = known;
        }
        return known.next();
    }
}
