package org.kontor.app.internal.model;

import java.time.Instant;

/**
 * One entry of the error log.
 *
 * @param error whether it is an error; else it is a warning
 * @param source name of the bundle or logger it came from
 * @param message what happened
 * @param details stack trace and what else belongs to it; empty for none
 */
public record LogLine(Instant at, boolean error, String source, String message, String details) {
    /** All of it as text, as it is copied and written to the file. */
    public String text() {
        String head = at + " " + (error ? "ERROR" : "WARN") + " " + source + ": " + message;
        return details.isBlank() ? head : head + "\n" + details.stripTrailing();
    }
}
