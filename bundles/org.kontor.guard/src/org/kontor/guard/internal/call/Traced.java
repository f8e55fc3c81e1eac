package org.kontor.guard.internal.call;

/** Where something went wrong, for the log; made of our own class, so that logging calls nothing of a plug-in. */
final class Traced extends Exception {
    private static final long serialVersionUID = 1L;

    Traced(String message, StackTraceElement... stack) {
        super(message, null, false, true);
        setStackTrace(stack);
    }
}
