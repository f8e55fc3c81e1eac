package org.kontor.api.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Inquiry;

/**
 * Sets the clocks of inquiries in the receive pipeline. Provide it as an OSGi service. No I/O; runs inside the pipeline's
 * transaction.
 */
public interface ClockHook {
    /**
     * Says when answers are due.
     *
     * @param inquiries that just began, of one brand
     * @return one due time for each, in the same order; null where no clock runs
     */
    List<@Nullable Instant> due(Brand brand, List<Inquiry> inquiries);
}
