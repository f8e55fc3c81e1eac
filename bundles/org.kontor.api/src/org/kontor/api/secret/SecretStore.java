package org.kontor.api.secret;

import java.util.Optional;
import org.kontor.api.id.AccountId;

/**
 * Keeps tokens and passwords outside the database, sealed. Every change is durable when the call returns. Safe for use by
 * several threads; does disk I/O.
 */
public interface SecretStore {
    /** The secret {@code name} of an account; empty if there is none. */
    Optional<String> get(AccountId account, String name);

    /** Keeps a secret, replacing the one before. */
    void put(AccountId account, String name, String value);

    /** Forgets a secret; does nothing if there is none. */
    void remove(AccountId account, String name);

    /** Forgets all secrets of an account. */
    void removeAll(AccountId account);

    /** How the key of the store itself is kept, to be said openly. */
    KeyHome keyHome();

    /** Where the key of the secret store lies. */
    enum KeyHome {
        /** In the operating system's keyring. */
        KEYRING,
        /** In a file that only the user may read: whoever reads the user's files reads the secrets. */
        KEY_FILE
    }
}
