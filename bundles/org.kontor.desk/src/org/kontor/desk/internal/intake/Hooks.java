package org.kontor.desk.internal.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Triage;
import org.kontor.api.conversation.Triage.Judged;
import org.kontor.api.hook.TriageHook;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.desk.internal.house.Contributions;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The triage hooks that are installed; without any, nothing is judged. */
@Component(service = Hooks.class)
public final class Hooks {
    private final List<TriageHook> triage = new CopyOnWriteArrayList<>();
    private final Contributions contributions;

    @Activate
    public Hooks(@Reference House house) {
        contributions = house.contributions();
    }

    /** A triage hook arrived. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTriage(TriageHook hook) {
        triage.add(hook);
    }

    /** A triage hook left. */
    public void removeTriage(TriageHook hook) {
        triage.remove(hook);
    }

    /**
     * What all hooks together know of each message; the first hook that knows something is believed, one that fails knows
     * nothing.
     */
    List<Triage> judge(BrandId brand, List<Message> messages) {
        List<Triage> judged =
                new ArrayList<>(messages.stream().map(m -> Triage.NONE).toList());
        for (TriageHook hook : triage) {
            contributions
                    .<TriageHook, Triage>judge(
                            Contribution.Kind.TRIAGE,
                            hook,
                            brand,
                            messages,
                            (service, monitor) -> service.judge(List.copyOf(messages)))
                    .ifPresent(more -> judged.replaceAll(new Merging(more.iterator())::next));
        }
        return judged;
    }

    private record Merging(Iterator<Triage> more) {
        Triage next(Triage known) {
            return merge(known, more.next());
        }
    }

    /** {@code known} with what only {@code more} knows. */
    static Triage merge(Triage known, Triage more) {
        return new Triage(
                first(known.language(), more.language()),
                first(known.intent(), more.intent()),
                first(known.sentiment(), more.sentiment()),
                first(known.urgency(), more.urgency()),
                first(known.reach(), more.reach()));
    }

    private static <T> @Nullable Judged<T> first(@Nullable Judged<T> a, @Nullable Judged<T> b) {
        return a != null ? a : b;
    }
}
