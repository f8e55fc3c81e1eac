package org.kontor.demo.internal;

import org.kontor.api.access.Grants;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;

/** What has left the house. */
final class Outgoing {
    private static final int MOST = 100_000;

    private Outgoing() {}

    /** How many replies the platforms have taken. Reads the store. */
    static long sent(Store store, Grants grants) {
        return store.read(grants.current(), rows -> {
            IdIndex all = rows.index(InboxQuery.of(Queue.ALL), MOST);
            return all.range(0, all.size()).stream()
                    .flatMap(ref -> rows.outbox(ref).stream())
                    .filter(entry -> entry.state() == OutboxState.SENT)
                    .count();
        });
    }
}
