package org.kontor.channel.mail.internal.wire;

/** The server did not let us in. */
final class LoginException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Why {
        /** Name or password. */
        REFUSED,
        /** No way of signing in with a password is offered. */
        NO_METHOD,
        /** Not now. */
        LATER
    }

    private final Why why;

    LoginException(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
