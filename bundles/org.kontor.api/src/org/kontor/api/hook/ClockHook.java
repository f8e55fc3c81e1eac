package org.kontor.api.hook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Inquiry;

/**
 * Sets the clocks of inquiries in the receive pipeline, and wherever else one begins. Provide it as an OSGi service. No I/O;
 * runs inside the pipeline's transaction. Where several are installed, the earliest deadline holds.
 */
public interface ClockHook {
    /**
     * Says when answers are due.
     *
     * @param policy the brand's own, as it is kept at this moment; null where it has none
     * @param inquiries that just began, of one brand
     * @return one deadline for each, in the same order; null where no clock runs
     */
    List<@Nullable Deadline> deadlines(Brand brand, @Nullable Policy policy, List<Inquiry> inquiries);
}
