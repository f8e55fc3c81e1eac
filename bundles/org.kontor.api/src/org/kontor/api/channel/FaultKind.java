package org.kontor.api.channel;

/**
 * What went wrong, in the classes that decide what happens next. Connectors choose by code, never by message text
 * (platforms.md 12.7).
 */
public enum FaultKind {
    /** The credentials are wrong, expired or revoked. Someone has to sign in again. */
    AUTH,
    /** Signed in, but this is not allowed. Someone has to grant it on the platform. */
    PERMISSION,
    /** The time in which the platform takes a reply is over. */
    WINDOW_CLOSED,
    /** Too many requests; try again at the time named. */
    RATE,
    /** Network, time-out, 5xx: try again by itself. */
    TRANSIENT,
    /** The platform will never take this: text too long, parent deleted, address unknown. */
    PERMANENT,
    /** The account's settings are wrong: host, port, address. */
    SETTINGS,
    /** The platform answered something we cannot read. */
    PROTOCOL;

    /** Whether trying again without a person's help can succeed. */
    public boolean passing() {
        return this == RATE || this == TRANSIENT || this == PROTOCOL;
    }
}
