package org.kontor.api.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;

/**
 * A complaint or another incident that needs more than an answer. While it is open, its conversations are escalated.
 *
 * @param facts what may be edited
 * @param conversations of its brand, in the order they were added
 * @param openedBy who opened it
 * @param closing how it ended; null while it is open
 * @param revision grows with every change of the facts, with closing and reopening; counted from 1
 */
public record Case(
        CaseId id,
        BrandId brand,
        CaseNumber number,
        CaseFacts facts,
        List<ConversationRef> conversations,
        Instant openedAt,
        UserId openedBy,
        @Nullable Closing closing,
        int revision) {
    /**
     * How a case ended.
     *
     * @param words what was done, for who reads it later; may be empty
     */
    public record Closing(Outcome outcome, String words, Instant at, UserId by) {
        public Closing {
            words = words.strip();
        }
    }

    public Case {
        conversations = List.copyOf(conversations);
        for (ConversationRef ref : conversations) {
            if (!ref.brand().equals(brand)) {
                throw new IllegalArgumentException("a case holds conversations of its own brand only");
            }
        }
    }

    /** Its key. */
    public CaseRef ref() {
        return new CaseRef(brand, id);
    }

    /** Whether it is still worked on. */
    public boolean open() {
        return closing == null;
    }

    /** Whether what was promised is over its time at {@code now}. */
    public boolean late(Instant now) {
        Instant due = facts.due();
        return open() && due != null && !now.isBefore(due);
    }
}
