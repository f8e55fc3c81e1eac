package org.kontor.ui.escalation.internal.model;

import java.time.Instant;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;

/** The facts that the fields of the editor mean. */
sealed interface TypedFacts {
    /** These. */
    record Good(CaseFacts facts) implements TypedFacts {}

    /** There is no title. */
    record NoTitle() implements TypedFacts {}

    /** The words for the due time mean none. */
    record NoTime() implements TypedFacts {}

    /** What was typed over the facts of {@code was}. */
    static TypedFacts of(CaseForm typed, Case was, DueText dates, Instant now) {
        if (typed.title().isBlank()) {
            return new NoTitle();
        }
        Instant before = was.facts().due();
        // Fields show minutes; what was not touched keeps its seconds.
        boolean untouched = typed.due().equals(dates.print(before));
        DueText.Read due = dates.read(typed.due(), now);
        if (due instanceof DueText.Read.Unreadable && !untouched) {
            return new NoTime();
        }
        Instant promised = due instanceof DueText.Read.At at ? at.time() : null;
        return new Good(new CaseFacts(
                typed.title(),
                typed.severity(),
                typed.category(),
                typed.cause(),
                typed.remedy(),
                typed.owner(),
                untouched ? before : promised));
    }
}
