package org.kontor.api.clock;

import java.time.Instant;
import java.util.Optional;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;

/** The policies of the brands. All but {@link #deadline} do disk I/O. */
public interface Policies {
    /** The policy of a brand; empty where nothing is promised, or the scope does not hold the brand. */
    Optional<Policy> policy(Scope scope, BrandId brand);

    /**
     * Keeps a policy and sets the clocks of all open inquiries of its brand by it, at once or not at all.
     *
     * @return how many open inquiries got another deadline
     * @throws org.kontor.api.access.ScopeException without the right to set the brand up
     */
    int save(Scope scope, Policy policy);

    /**
     * Promises nothing any more: the clocks of the brand's open inquiries stop.
     *
     * @return how many open inquiries lost their deadline
     * @throws org.kontor.api.access.ScopeException without the right to set the brand up
     */
    int remove(Scope scope, BrandId brand);

    /** When an inquiry that starts its clock at {@code start} would be due. Computes only. */
    Deadline deadline(Policy policy, Instant start);
}
