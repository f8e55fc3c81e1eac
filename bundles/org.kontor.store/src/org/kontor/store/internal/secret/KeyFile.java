package org.kontor.store.internal.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.api.secret.SecretStore.KeyHome;
import org.kontor.api.store.StoreException;
import org.kontor.store.internal.file.OwnerFiles;

/** The key in a file that only its owner may read. */
final class KeyFile implements KeyKeeper {
    static final String NAME = "secrets.key";

    private static final int BYTES = 32;

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    @Override
    public KeyHome home() {
        return KeyHome.KEY_FILE;
    }

    @Override
    public Optional<SecretKey> key() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "The key file " + file + " is damaged, so the saved passwords cannot be read. Put it back from a"
                            + " backup; or move it and " + file.resolveSibling(SealedSecrets.NAME)
                            + " away and sign in to the accounts again.",
                    null);
        }
        OwnerFiles.tighten(file);
        return Optional.of(new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public SecretKey make() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        OwnerFiles.write(file, bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String missing() {
        return "The key file " + file + " is gone";
    }
}
