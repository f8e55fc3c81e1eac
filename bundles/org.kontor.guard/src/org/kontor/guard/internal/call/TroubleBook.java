package org.kontor.guard.internal.call;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;
import org.kontor.guard.internal.file.KeptRecord;
import org.osgi.service.log.Logger;

/**
 * What went wrong, and what is switched off. A contribution that was switched off for its faults is tried again by a restart;
 * a bundle that kept the window from working stays off until somebody tries it again or another version of it is installed.
 */
final class TroubleBook {
    /** A bundle that changes its ids with each call does not fill the memory. */
    static final int MOST_OF_A_BUNDLE = 50;

    /** A bundle that kept the window from working, as it is kept. */
    record Blocked(String bundle, String version, String detail, long since) {}

    /** All of them. */
    record Kept(List<Blocked> blocked) {}

    private final KeptRecord<Kept> file;
    private final Function<String, Optional<String>> versions;
    private final InstantSource clock;
    private final Logger log;
    private final Map<Contribution, Trouble> troubles = new LinkedHashMap<>();
    private final Map<String, Blocked> blocked = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param versions the version of a bundle by its name; nothing where it is not installed */
    TroubleBook(KeptRecord<Kept> file, Function<String, Optional<String>> versions, InstantSource clock, Logger log) {
        this.file = file;
        this.versions = versions;
        this.clock = clock;
        this.log = log;
        file.read().ifPresent(kept -> kept.blocked().forEach(each -> blocked.put(each.bundle(), each)));
    }

    /** Why a contribution is not called; empty if it is. */
    synchronized Optional<Trouble> off(Contribution what) {
        Blocked whole = blocked.get(what.bundle());
        if (whole != null && holds(whole)) {
            return Optional.of(trouble(whole));
        }
        return Optional.ofNullable(troubles.get(what)).filter(Trouble::off);
    }

    /** Nothing is wrong any more. */
    void answered(Contribution what) {
        boolean changed;
        synchronized (this) {
            changed = troubles.remove(what) != null;
        }
        if (changed) {
            tell();
        }
    }

    /** One more fault in a row. */
    Trouble fault(Contribution what, Trouble.Reason reason, String detail, Throwable trace) {
        Trouble now;
        synchronized (this) {
            Trouble before = troubles.remove(what);
            int faults = before == null ? 1 : before.faults() + 1;
            boolean off = faults >= Guard.PATIENCE && !what.bundle().startsWith(PluginBrands.HOUSE);
            now = new Trouble(what, reason, detail, now(), faults, off);
            makeRoom(what.bundle());
            troubles.put(what, now);
        }
        log.warn(
                "{} {} of {} failed ({}: {}), {} in a row{}",
                what.kind(),
                what.id(),
                what.bundle(),
                reason,
                detail,
                now.faults(),
                now.off() ? "; it is switched off" : "",
                trace);
        tell();
        return now;
    }

    private void makeRoom(String bundle) {
        List<Contribution> ofBundle = troubles.keySet().stream()
                .filter(each -> each.bundle().equals(bundle))
                .toList();
        if (ofBundle.size() >= MOST_OF_A_BUNDLE) {
            troubles.remove(ofBundle.getFirst());
        }
    }

    /** Writes down that a bundle kept the window from working, before anything else is done. */
    void block(String bundle, String detail) {
        synchronized (this) {
            String version = versions.apply(bundle).orElse("");
            blocked.put(bundle, new Blocked(bundle, version, detail, clock.millis()));
            write();
        }
        log.error("{} kept the window from working for {} and is switched off", bundle, detail);
        tell();
    }

    void tryAgain(Contribution what) {
        synchronized (this) {
            troubles.remove(what);
            if (what.kind() == Contribution.Kind.WINDOW && blocked.remove(what.bundle()) != null) {
                write();
            }
        }
        tell();
    }

    private void write() {
        try {
            file.write(new Kept(blocked.values().stream()
                    .sorted(Comparator.comparing(Blocked::bundle))
                    .toList()));
        } catch (UncheckedIOException e) {
            log.error("What is switched off holds until the next start only", e);
        }
    }

    synchronized List<Trouble> all() {
        List<Trouble> all = new ArrayList<>();
        blocked.values().stream().filter(this::holds).map(TroubleBook::trouble).forEach(all::add);
        all.addAll(troubles.values());
        all.sort(Comparator.comparing(Trouble::since).reversed());
        return List.copyOf(all);
    }

    /** Another version of the bundle gets another chance; one that is not installed now keeps its mark. */
    private boolean holds(Blocked whole) {
        return versions.apply(whole.bundle()).filter(whole.version()::equals).isPresent();
    }

    private static Trouble trouble(Blocked whole) {
        return new Trouble(
                new Contribution(whole.bundle(), Contribution.Kind.WINDOW, whole.bundle()),
                Trouble.Reason.BLOCKED_WINDOW,
                whole.detail(),
                Instant.ofEpochMilli(whole.since()),
                1,
                true);
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    Store.Registration onChange(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.error("A listener to the guard failed", e);
            }
        }
    }
}
