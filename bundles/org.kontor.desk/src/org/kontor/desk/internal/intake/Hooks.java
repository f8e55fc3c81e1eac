package org.kontor.desk.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Triage;
import org.kontor.api.conversation.Triage.Judged;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.hook.TriageHook;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The triage and clock hooks that are installed; without any, nothing is judged and nothing is due. */
@Component(service = Hooks.class)
public final class Hooks {
    private final List<TriageHook> triage = new CopyOnWriteArrayList<>();
    private final List<ClockHook> clocks = new CopyOnWriteArrayList<>();

    /** A triage hook arrived. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTriage(TriageHook hook) {
        triage.add(hook);
    }

    /** A triage hook left. */
    public void removeTriage(TriageHook hook) {
        triage.remove(hook);
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

    /** What all hooks together know of each message; the first hook that knows something is believed. */
    List<Triage> judge(List<Message> messages) {
        List<Triage> judged =
                new ArrayList<>(messages.stream().map(m -> Triage.NONE).toList());
        for (TriageHook hook : triage) {
            List<Triage> more = hook.judge(messages);
            for (int i = 0; i < judged.size(); i++) {
                judged.set(i, merge(judged.get(i), more.get(i)));
            }
        }
        return judged;
    }

    /** The earliest due time of each inquiry. */
    List<@Nullable Instant> due(Brand brand, List<Inquiry> inquiries) {
        List<@Nullable Instant> due = new ArrayList<>();
        inquiries.forEach(i -> due.add(null));
        for (ClockHook hook : clocks) {
            List<@Nullable Instant> more = hook.due(brand, inquiries);
            for (int i = 0; i < due.size(); i++) {
                due.set(i, earlier(due.get(i), more.get(i)));
            }
        }
        return due;
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

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
