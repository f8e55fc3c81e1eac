package org.kontor.api.store;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked. The message says what happened and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as far as the program can act on it. */
    public enum Kind {
        DISK_FULL,
        READ_ONLY,
        /** Another process has it. */
        LOCKED,
        /** The database was written by a newer version. */
        NEWER,
        DAMAGED,
        /** The file or server cannot be reached. */
        UNREACHABLE,
        /** Anything else; a bug until shown otherwise. */
        OTHER
    }

    private final Kind kind;

    /** @param message what happened and what to do; no personal data */
    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
