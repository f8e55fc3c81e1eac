package org.kontor.api.cases;

/** What became of a change. */
public sealed interface CaseResult {
    /** It was done; how the case is now. */
    record Done(Case now) implements CaseResult {}

    /** Somebody else changed the case meanwhile: nothing was done. */
    record Conflict(Case theirs) implements CaseResult {}

    /** It cannot be done: nothing was. */
    record Refused(Why why) implements CaseResult {}

    /** Why something cannot be done. */
    enum Why {
        /** There is no such case, or it is outside of the scope. */
        NO_CASE,
        /** There is no such conversation of the case's brand. */
        NO_CONVERSATION,
        /** A closed case is only read, until it is opened again. */
        CLOSED,
        /** The case is open already. */
        OPEN,
        /** A title, a note or a decision needs words. */
        NO_WORDS,
        /** The owner is nobody who works here. */
        NO_SUCH_USER
    }
}
