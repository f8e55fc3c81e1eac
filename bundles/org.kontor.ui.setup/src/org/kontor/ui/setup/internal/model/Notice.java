package org.kontor.ui.setup.internal.model;

/** A sentence at the head of a form about what was just done. */
public record Notice(Kind kind, String text) {
    /** How it is meant. */
    public enum Kind {
        INFO,
        WARNING,
        ERROR
    }
}
