package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.ReadRows;

/** Reads the keys of the list's rows, one read at a time, and no more often than the store bears. */
final class ListReader {
    private static final int FIRST_PAGE = 30;
    private static final Duration PACE = Duration.ofSeconds(1);

    /**
     * What was read.
     *
     * @param first the first rows, so that a list that was empty can be painted at once
     */
    record Read(Directory directory, Arrival arrival, ReadMarks.Read first, Duration took) {}

    private final Services services;
    private final Threads threads;
    private final InstantSource clock;
    private final Runnable refresh;
    private final TaskSlot reading = new TaskSlot();
    private final TaskSlot timer = new TaskSlot();
    private boolean dirty;
    private boolean urgent;
    private Instant refreshFrom = Instant.MIN;

    /** @param refresh called when it is time to read the same list again */
    ListReader(Services services, Threads threads, InstantSource clock, Runnable refresh) {
        this.services = services;
        this.threads = threads;
        this.clock = clock;
        this.refresh = refresh;
    }

    /** Reads another list; what is being read is forgotten. */
    void query(InboxQuery query, Consumer<Read> then, Consumer<RuntimeException> failed) {
        read("query", query, IdIndex.empty(), Arrival.Eyes.NONE, then, failed);
    }

    /** Reads the list again, compared with what is shown. */
    void refresh(
            InboxQuery query,
            IdIndex shown,
            Arrival.Eyes eyes,
            Consumer<Read> then,
            Consumer<RuntimeException> failed) {
        dirty = false;
        urgent = false;
        read("refresh", query, shown, eyes, then, failed);
    }

    /** The next reading cannot wait: the user did something. */
    void hurry() {
        urgent = true;
    }

    /** Asks for the same list again as soon as the pace allows it. */
    void refreshSoon() {
        if (reading.busy()) {
            dirty = true;
            return;
        }
        Duration rest = Duration.between(clock.instant(), refreshFrom);
        if (urgent || rest.isNegative() || rest.isZero()) {
            refresh.run();
        } else if (!timer.busy()) {
            timer.set(threads.later(rest, refresh));
        }
    }

    private void read(
            String name,
            InboxQuery query,
            IdIndex shown,
            Arrival.Eyes eyes,
            Consumer<Read> then,
            Consumer<RuntimeException> failed) {
        timer.cancel();
        reading.set(threads.work(
                name,
                () -> services.read(store -> read(store, query, shown, eyes)),
                read -> {
                    took(read);
                    then.accept(read);
                },
                fault -> {
                    reading.done();
                    failed.accept(fault);
                }));
    }

    private Read read(ReadRows store, InboxQuery query, IdIndex shown, Arrival.Eyes eyes) {
        Instant begin = clock.instant();
        Arrival arrival = Arrival.of(shown, store.index(query, InboxModel.LIMIT), eyes);
        ReadMarks.Read first = shown.size() > 0
                ? ReadMarks.Read.NOTHING
                : ReadMarks.Read.of(store, arrival.shown().range(0, FIRST_PAGE));
        return new Read(
                Directory.read(store).in(services.plugins().colours()),
                arrival,
                first,
                Duration.between(begin, clock.instant()));
    }

    private void took(Read read) {
        reading.done();
        Duration rest = read.took().multipliedBy(10);
        refreshFrom = clock.instant().plus(rest.compareTo(PACE) > 0 ? rest : PACE);
        if (dirty) {
            refreshSoon();
        }
    }
}
