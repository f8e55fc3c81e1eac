package org.kontor.api.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which database this workbench works with: a file of its own, or the PostgreSQL server of a team. What is changed takes effect
 * at the next start. Does disk and network I/O: not for the UI thread. Safe for use by several threads.
 */
public interface TeamDatabase {
    /**
     * Where a team's database is and as whom it is used.
     *
     * @param hosts one host, or several with commas of which the one that takes writes is used, each with or without
     *     {@code :port}; not empty
     * @param database its name; not empty
     * @param login the person's role there; not empty
     */
    record Address(String hosts, String database, String login) {
        public Address {
            if (hosts.isBlank() || database.isBlank() || login.isBlank()) {
                throw new IllegalArgumentException("hosts, database and login must not be empty");
            }
        }
    }

    /** Whether there is a choice; a demo has its own file always. */
    boolean offered();

    /** The team's database that is used at the next start; empty for the file. */
    Optional<Address> address();

    /** Whether a password is kept for it. */
    boolean passwordKept();

    /**
     * Opens a team's database and closes it again.
     *
     * @param password null for the one that is kept
     * @throws StoreException if it cannot be used; the message says why and what to do
     */
    void test(Address address, @Nullable String password);

    /**
     * Uses a team's database from the next start on. Nothing moves from the file into it.
     *
     * @param password kept sealed; null leaves the one that is kept
     */
    void use(Address address, @Nullable String password);

    /** Uses the file from the next start on, and forgets the password. */
    void leave();
}
