package org.kontor.desk.internal.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.store.ReadRows;

/** The clock hooks that are installed; without any, nothing is due. */
public final class Clocks {
    private final List<ClockHook> hooks = new CopyOnWriteArrayList<>();
    private final Contributions contributions;

    Clocks(Contributions contributions) {
        this.contributions = contributions;
    }

    void add(ClockHook hook) {
        hooks.add(hook);
    }

    void remove(ClockHook hook) {
        hooks.remove(hook);
    }

    /**
     * The earliest deadline of each inquiry, by the policy that holds in the transaction of {@code rows}. A hook that fails sets
     * none.
     */
    public List<@Nullable Deadline> deadlines(ReadRows rows, BrandId id, List<Inquiry> inquiries) {
        List<@Nullable Deadline> earliest = new ArrayList<>();
        inquiries.forEach(i -> earliest.add(null));
        if (hooks.isEmpty() || inquiries.isEmpty()) {
            return earliest;
        }
        Brand brand = rows.brand(id).orElseThrow();
        @Nullable Policy policy = rows.policy(id).orElse(null);
        for (ClockHook hook : hooks) {
            contributions
                    .<ClockHook, @Nullable Deadline>judge(
                            Contribution.Kind.CLOCK,
                            hook,
                            id,
                            inquiries,
                            (service, monitor) -> service.deadlines(brand, policy, inquiries))
                    .ifPresent(more -> earlier(earliest, more));
        }
        return earliest;
    }

    private static void earlier(List<@Nullable Deadline> earliest, List<@Nullable Deadline> more) {
        for (int i = 0; i < earliest.size(); i++) {
            earliest.set(i, Deadline.earlier(earliest.get(i), more.get(i)));
        }
    }

    /** Starts the clock of a conversation whose inquiry just began or began anew. */
    public Conversation start(ReadRows rows, Conversation conversation, Inquiry open) {
        return conversation.withClock(
                deadlines(rows, conversation.brand(), List.of(open)).getFirst());
    }
}
