package org.kontor.store.internal.secret;

import java.io.IOException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.kontor.api.secret.SecretStore.KeyHome;

/** Keeps the one key that seals the secrets. */
interface KeyKeeper {
    /** Where it is kept. */
    KeyHome home();

    /** The key; empty if none was made yet. */
    Optional<SecretKey> key() throws IOException;

    /** Makes a key; it is durable when this returns. */
    SecretKey make() throws IOException;

    /** What to say when the key is not where it was. */
    String missing();
}
