package org.kontor.api.channel;

/**
 * How far an account has been read, in the connector's own writing. The house keeps it and never looks inside.
 *
 * @param value empty at the very beginning
 */
public record Cursor(String value) {
    /** Nothing has been read yet. */
    public static final Cursor START = new Cursor("");

    /** Whether nothing has been read yet. */
    public boolean atStart() {
        return value.isEmpty();
    }
}
