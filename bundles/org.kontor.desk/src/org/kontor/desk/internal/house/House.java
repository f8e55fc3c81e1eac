package org.kontor.desk.internal.house;

import java.time.Instant;
import java.time.InstantSource;
import org.kontor.api.id.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The one clock and the one source of ids of this process. */
@Component(service = House.class)
public final class House {
    private final InstantSource clock;
    private final IdSource ids;

    @Activate
    public House() {
        this(InstantSource.system(), 0);
    }

    /** @param node number of this process among those that write to one store */
    public House(InstantSource clock, int node) {
        this.clock = clock;
        this.ids = new IdSource(clock, node);
    }

    /** The time, to the millisecond that stores keep. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** A new number for an id. */
    public long nextId() {
        return ids.next();
    }
}
