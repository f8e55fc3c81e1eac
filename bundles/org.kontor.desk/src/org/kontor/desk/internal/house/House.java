package org.kontor.desk.internal.house;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.id.IdSource;
import org.kontor.api.runner.Pace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The one clock, the one source of ids, the pace and the service-level clocks of this process. */
@Component(service = House.class)
public final class House {
    private final InstantSource clock;
    private final IdSource ids;
    private final Pace pace;
    private final Clocks clocks = new Clocks();

    @Activate
    public House(@Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable Pace pace) {
        this(InstantSource.system(), 0, pace == null ? Pace.USUAL : pace);
    }

    /** @param node number of this process among those that write to one store */
    public House(InstantSource clock, int node) {
        this(clock, node, Pace.USUAL);
    }

    private House(InstantSource clock, int node, Pace pace) {
        this.clock = clock;
        this.ids = new IdSource(clock, node);
        this.pace = pace;
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

    /** How long things wait. */
    public Pace pace() {
        return pace;
    }

    /** A new number for an id. */
    public long nextId() {
        return ids.next();
    }
}
