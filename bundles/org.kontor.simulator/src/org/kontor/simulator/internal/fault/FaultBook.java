package org.kontor.simulator.internal.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Fault.Wire;

/** The faults that wait for requests, in the order in which they were asked for. Safe for several threads. */
public final class FaultBook {

    /**
     * A fault and how far it got.
     *
     * @param fault the fault
     * @param passed matching requests that passed unharmed because of {@link Fault#skip}
     * @param fired requests that saw it
     */
    public record Progress(Fault fault, int passed, int fired) {}

    private static final int KEPT = 200;

    private final List<Waiting> faults = new ArrayList<>();

    /** Adds a fault. */
    public synchronized void add(Fault fault) {
        if (faults.size() >= KEPT) {
            faults.removeIf(waiting -> waiting.fired == waiting.fault.times());
        }
        if (faults.size() >= KEPT) {
            throw new IllegalStateException("more than " + KEPT + " faults are waiting; clear some first");
        }
        faults.add(new Waiting(fault));
    }

    /** Forgets all faults, also those that have not been seen yet. */
    public synchronized void clear() {
        faults.clear();
    }

    /** All faults with their progress, also the ones that are used up. */
    public synchronized List<Progress> list() {
        return faults.stream()
                .map(waiting -> new Progress(waiting.fault, waiting.passed, waiting.fired))
                .toList();
    }

    /** The fault that a request with that name has to see, or null; asking uses it up. */
    public synchronized @Nullable Fault take(Wire wire, String name) {
        for (Waiting waiting : faults) {
            if (waiting.fault.wire() != wire || waiting.fired == waiting.fault.times() || !waiting.matches(name)) {
                continue;
            }
            if (waiting.passed < waiting.fault.skip()) {
                waiting.passed++;
                continue;
            }
            waiting.fired++;
            return waiting.fault;
        }
        return null;
    }

    private static final class Waiting {
        private final Fault fault;
        private int passed;
        private int fired;

        private Waiting(Fault fault) {
            this.fault = fault;
        }

        private boolean matches(String name) {
            String wanted = fault.match().toLowerCase(Locale.ROOT);
            if (wanted.isEmpty()) {
                return fault.wire() != Wire.SMTP || name.equals(".");
            }
            return fault.wire() == Wire.SMTP
                    ? name.equalsIgnoreCase(wanted)
                    : name.toLowerCase(Locale.ROOT).contains(wanted);
        }
    }
}
