package org.kontor.ui.escalation.internal.model;

/** What is to be said about a case in its editor. */
public sealed interface Said {
    /** Nothing. */
    record Nothing() implements Said {}

    /** Something did not work, and nothing was changed. */
    record Failed(String sentence) implements Said {}

    /** Somebody else saved other facts while these were typed. */
    record Overtaken(String sentence) implements Said {}
}
