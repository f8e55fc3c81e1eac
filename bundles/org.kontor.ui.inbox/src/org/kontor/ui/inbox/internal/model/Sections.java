package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;

/**
 * What plug-ins have to say of a person. Each is asked on a worker of its own; one that throws or is slow is left out, and
 * after {@value #PATIENCE} times it is not asked any more until the next start.
 */
public final class Sections {
    static final Duration LIMIT = Duration.ofSeconds(2);
    static final int PATIENCE = 3;

    /** A section as it stands. */
    public sealed interface Part {
        /** Whose. */
        String id();

        record Said(String id, SideModel model) implements Part {}

        /** It threw, or took too long. */
        record LeftOut(String id, boolean slow, boolean off) implements Part {}
    }

    private final Services services;
    private final Threads threads;
    private final Supplier<List<SideSection>> installed;
    private final Listeners<Sections> listeners = new Listeners<>();
    private final Map<String, Integer> faults = new HashMap<>();
    private final Map<SideSection, Part> parts = new HashMap<>();
    private final List<Runnable> running = new ArrayList<>();

    /** @param installed the sections that are installed now */
    public Sections(Services services, Threads threads, Supplier<List<SideSection>> installed) {
        this.services = services;
        this.threads = threads;
        this.installed = installed;
    }

    public Listeners<Sections> listeners() {
        return listeners;
    }

    /** What there is so far, in its order. */
    public List<Part> parts() {
        return parts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().order()))
                .map(Map.Entry::getValue)
                .toList();
    }

    void show(@Nullable ConversationRef ref, Locale locale) {
        List.copyOf(running).forEach(Runnable::run);
        running.clear();
        parts.clear();
        listeners.fire(this);
        if (ref != null) {
            installed.get().forEach(section -> ask(section, ref, locale));
        }
    }

    private void ask(SideSection section, ConversationRef ref, Locale locale) {
        if (faults.getOrDefault(section.id(), 0) >= PATIENCE) {
            put(section, new Part.LeftOut(section.id(), false, true));
            return;
        }
        NullProgressMonitor monitor = new NullProgressMonitor();
        TaskSlot limit = new TaskSlot();
        TaskSlot work = new TaskSlot();
        Runnable stop = () -> {
            monitor.setCanceled(true);
            work.cancel();
            limit.cancel();
        };
        running.add(stop);
        work.set(threads.<Optional<SideModel>>work(
                section.id(),
                () -> section.load(new SideRequest(ref, services.scope().only(Set.of(ref.brand())), locale), monitor),
                model -> {
                    limit.cancel();
                    faults.remove(section.id());
                    model.ifPresent(said -> put(section, new Part.Said(section.id(), said)));
                },
                fault -> {
                    limit.cancel();
                    leaveOut(section, false);
                }));
        limit.set(threads.later(LIMIT, () -> {
            stop.run();
            leaveOut(section, true);
        }));
    }

    private void leaveOut(SideSection section, boolean slow) {
        int times = faults.merge(section.id(), 1, Integer::sum);
        put(section, new Part.LeftOut(section.id(), slow, times >= PATIENCE));
    }

    private void put(SideSection section, Part part) {
        parts.put(section, part);
        listeners.fire(this);
    }
}
