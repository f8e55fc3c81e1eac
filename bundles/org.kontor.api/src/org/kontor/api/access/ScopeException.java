package org.kontor.api.access;

/** Someone reached for a brand outside his scope. A bug or an attack, never an ordinary answer. */
public final class ScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message names the user, the right and the brand; no personal data */
    public ScopeException(String message) {
        super(message);
    }
}
