package org.kontor.api.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of looking whether an account works, step by step.
 *
 * @param checks in the order made; a failed one ends the list
 * @param expires when the token or permission ends; null where the platform does not tell
 */
public record Health(List<Check> checks, @Nullable Instant expires) {
    public Health {
        checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean well() {
        return checks.stream().allMatch(c -> c.fault() == null);
    }

    /**
     * One step.
     *
     * @param name a key of the connector's texts, such as {@code check.imap.login}
     * @param detail what was found, such as the server's name; may be empty
     * @param fault null when it passed
     */
    public record Check(
            String name, String detail, @Nullable Fault fault) {
        /** A step that passed. */
        public static Check passed(String name, String detail) {
            return new Check(name, detail, null);
        }

        /** The step that failed. */
        public static Check failed(String name, Fault fault) {
            return new Check(name, "", fault);
        }
    }
}
