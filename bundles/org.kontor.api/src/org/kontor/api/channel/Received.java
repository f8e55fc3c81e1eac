package org.kontor.api.channel;

import java.util.List;

/** What a read brought: a page of events, or the reason why not. */
public sealed interface Received {
    /**
     * @param events in any order, repeats allowed; empty if there is nothing new
     * @param next where to go on once the events are durable
     * @param more whether the next page can be had at once
     */
    record Page(List<RawEvent> events, Cursor next, boolean more) implements Received {
        public Page {
            events = List.copyOf(events);
        }
    }

    /** The platform could not be read; the cursor stays where it was. */
    record Failed(Fault fault) implements Received {}
}
