package org.kontor.ui.inbox.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.FloodException;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;

/**
 * What plug-ins have to say of a person. Each is asked on a worker of its own, through the guard, and only about brands that it
 * sees; one that fails is left out, with the reason.
 */
public final class Sections {
    /** More lines than that are no answer but a flood. */
    static final int FLOOD = 1_000;
    /** So much of a line is kept. */
    static final int MOST_WORDS = 500;

    /** A section as it stands. */
    public sealed interface Part {
        record Said(String id, SideModel model) implements Part {}

        /** It gave no answer, or is switched off. */
        record LeftOut(Trouble trouble) implements Part {}
    }

    /** What a section says of itself. */
    private record Named(String id, int order) {}

    /** A part at its place. */
    private record Placed(int order, Part part) {}

    private final Services services;
    private final Threads threads;
    private final Supplier<List<SideSection>> installed;
    private final Listeners<Sections> listeners = new Listeners<>();
    private final Map<SideSection, Placed> parts = new HashMap<>();
    private final List<Runnable> running = new ArrayList<>();
    private @Nullable Runnable again;

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
        return parts.values().stream()
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::part)
                .toList();
    }

    /** Asks a section again that was left out. */
    public void tryAgain(Part.LeftOut out) {
        Runnable show = again;
        services.plugins().guard().tryAgain(out.trouble().contribution());
        if (show != null) {
            show.run();
        }
    }

    void show(@Nullable ConversationRef ref, Locale locale) {
        List.copyOf(running).forEach(Runnable::run);
        running.clear();
        parts.clear();
        again = ref == null ? null : () -> show(ref, locale);
        listeners.fire(this);
        if (ref != null) {
            for (SideSection section : installed.get()) {
                if (services.plugins().sees(section, ref.brand())) {
                    begin(section, ref, locale);
                }
            }
        }
    }

    private void begin(SideSection section, ConversationRef ref, Locale locale) {
        IProgressMonitor monitor = new NullProgressMonitor();
        TaskSlot work = new TaskSlot();
        running.add(() -> {
            monitor.setCanceled(true);
            work.cancel();
        });
        work.set(threads.<Optional<Placed>>work(
                "section",
                () -> ask(section, ref, locale, monitor),
                answer -> answer.ifPresent(placed -> put(section, placed)),
                fault -> work.done()));
    }

    /** On a worker. Id and order are the plug-in's code as well: who does not even say them is called by its class. */
    private Optional<Placed> ask(SideSection section, ConversationRef ref, Locale locale, IProgressMonitor monitor) {
        try {
            Guarded<Named> named = guarded(
                    section.getClass().getName(), section, monitor, (each, own) -> new Named(each.id(), each.order()));
            return switch (named) {
                case Guarded.Answered<Named>(Named name) -> {
                    Scope scope =
                            services.plugins().narrow(section, services.scope().only(Set.of(ref.brand())));
                    yield placed(
                            name,
                            guarded(
                                    name.id(),
                                    section,
                                    monitor,
                                    (each, own) -> each.load(new SideRequest(ref, scope, locale), own)
                                            .map(Sections::read)));
                }
                case Guarded.Failed<Named>(Trouble trouble) -> leftOut(Integer.MAX_VALUE, trouble);
                case Guarded.Off<Named>(Trouble trouble) -> leftOut(Integer.MAX_VALUE, trouble);
            };
        } catch (OperationCanceledException e) {
            return Optional.empty();
        }
    }

    private <T> Guarded<T> guarded(
            String id,
            SideSection section,
            IProgressMonitor monitor,
            org.kontor.api.plugin.Guard.Call<SideSection, T> call) {
        return services.plugins().guard().call(Contribution.Kind.SIDE_SECTION, id, section, monitor, call);
    }

    private static Optional<Placed> placed(Named name, Guarded<Optional<SideModel>> said) {
        return switch (said) {
            case Guarded.Answered<Optional<SideModel>>(Optional<SideModel> model) ->
                model.map(shown -> new Placed(name.order(), new Part.Said(name.id(), shown)));
            case Guarded.Failed<Optional<SideModel>>(Trouble trouble) -> leftOut(name.order(), trouble);
            case Guarded.Off<Optional<SideModel>>(Trouble trouble) -> leftOut(name.order(), trouble);
        };
    }

    /** In safe mode nothing is said of what is off: the whole window says so. */
    private static Optional<Placed> leftOut(int order, Trouble trouble) {
        return trouble.reason() == Trouble.Reason.SAFE_MODE
                ? Optional.empty()
                : Optional.of(new Placed(order, new Part.LeftOut(trouble)));
    }

    /** A copy that can be drawn. */
    private static SideModel read(SideModel said) {
        List<SideModel.Line> lines = FloodException.limit(said.lines(), FLOOD).stream()
                .map(line -> new SideModel.Line(cut(line.label()), cut(line.value()), line.opens(), line.runs()))
                .toList();
        return new SideModel(cut(said.title()), lines);
    }

    private static String cut(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "\u2026" : words;
    }

    private void put(SideSection section, Placed placed) {
        parts.put(section, placed);
        listeners.fire(this);
    }
}
