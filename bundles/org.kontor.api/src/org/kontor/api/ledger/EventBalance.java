package org.kontor.api.ledger;

import java.util.Map;

/**
 * The first balance: every event seen has exactly one outcome. Repeats of a payload count as seen and as duplicate.
 *
 * @param seen how often the channel showed us something
 */
public record EventBalance(long seen, Map<LedgerOutcome, Long> outcomes) {
    public EventBalance {
        outcomes = Map.copyOf(outcomes);
    }

    /** Whether the sum of the outcomes is what was seen. */
    public boolean holds() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum() == seen;
    }
}
