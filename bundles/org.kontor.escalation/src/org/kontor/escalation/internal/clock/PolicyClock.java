package org.kontor.escalation.internal.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.hook.ClockHook;
import org.osgi.service.component.annotations.Component;

/** Sets clocks by the brand's own policy: so much office time from the beginning, as the policy sees it. */
@Component(service = {ClockHook.class, PolicyClock.class})
public final class PolicyClock implements ClockHook {
    @Override
    public List<@Nullable Deadline> deadlines(Brand brand, @Nullable Policy policy, List<Inquiry> inquiries) {
        List<@Nullable Deadline> deadlines = new ArrayList<>();
        if (policy == null) {
            inquiries.forEach(i -> deadlines.add(null));
            return deadlines;
        }
        OfficeTime time = new OfficeTime(policy.hours());
        for (Inquiry inquiry : inquiries) {
            deadlines.add(deadline(policy, time, start(policy, inquiry)));
        }
        return deadlines;
    }

    /** When an inquiry that starts its clock at {@code start} is due. */
    Deadline deadline(Policy policy, Instant start) {
        return deadline(policy, new OfficeTime(policy.hours()), start);
    }

    private static Deadline deadline(Policy policy, OfficeTime time, Instant start) {
        return new Deadline(time.plus(start, policy.warnAfter()), time.plus(start, policy.firstResponse()));
    }

    private static Instant start(Policy policy, Inquiry inquiry) {
        return switch (policy.start()) {
            case PUBLISHED -> inquiry.began();
            case SEEN -> inquiry.seen();
        };
    }
}
