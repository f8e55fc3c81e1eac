package org.kontor.ui.setup.internal.model;

import org.jspecify.annotations.Nullable;

/** A sentence at the head of a form about what was just done. */
public record Notice(Kind kind, String text) {
    /** What remains of a notice once the form has changed again: that it was saved is no news then. */
    static @Nullable Notice after(@Nullable Notice before, boolean dirty) {
        return before != null && before.kind() == Kind.INFO && dirty ? null : before;
    }

    /** How it is meant. */
    public enum Kind {
        INFO,
        WARNING,
        ERROR
    }
}
