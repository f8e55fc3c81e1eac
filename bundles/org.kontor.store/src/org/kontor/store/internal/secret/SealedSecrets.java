package org.kontor.store.internal.secret;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AccountId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.UiThread;
import org.kontor.store.internal.file.FileFaults;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets in a file of the data folder, each sealed by AES-GCM with a nonce of its own and bound to its name, so that one
 * entry cannot stand in for another. The file is read anew by each call; a damaged one is never overwritten.
 */
@Component(service = SecretStore.class)
public final class SealedSecrets implements SecretStore {
    static final String NAME = "secrets.sealed";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Tells a wrong key from a damaged entry; no account has this name. */
    private static final String PROOF = "key";

    private final SealedFile file;
    private final KeyKeeper keeper;
    private final FileFaults faults;
    private final SecureRandom random = new SecureRandom();

    /** The secrets of the data folder. */
    @Activate
    public SealedSecrets(@Reference DataFolder folder) {
        this(folder.path(), new KeyFile(folder.path()));
    }

    SealedSecrets(Path folder, KeyKeeper keeper) {
        Path path = folder.toAbsolutePath().resolve(NAME);
        this.file = new SealedFile(path);
        this.keeper = keeper;
        this.faults = new FileFaults(path);
    }

    @Override
    public KeyHome keyHome() {
        return keeper.home();
    }

    @Override
    public synchronized Optional<String> get(AccountId account, String name) {
        UiThread.forbid("SecretStore.get");
        try {
            Map<String, byte[]> entries = file.read().orElseGet(Map::of);
            String entry = entry(account, name);
            byte[] sealed = entries.get(entry);
            if (sealed == null) {
                return Optional.empty();
            }
            return Optional.of(open(key(entries), entry, sealed));
        } catch (IOException e) {
            throw faults.of(e);
        }
    }

    @Override
    public synchronized void put(AccountId account, String name, String value) {
        UiThread.forbid("SecretStore.put");
        try {
            Map<String, byte[]> entries = new TreeMap<>(file.read().orElseGet(Map::of));
            SecretKey key;
            if (entries.isEmpty()) {
                Optional<SecretKey> known = keeper.key();
                key = known.isPresent() ? known.get() : keeper.make();
                entries.put(PROOF, seal(key, PROOF, PROOF));
            } else {
                key = key(entries);
            }
            String entry = entry(account, name);
            entries.put(entry, seal(key, entry, value));
            file.write(entries);
        } catch (IOException e) {
            throw faults.of(e);
        }
    }

    @Override
    public synchronized void remove(AccountId account, String name) {
        UiThread.forbid("SecretStore.remove");
        String entry = entry(account, name);
        removeIf(known -> known.equals(entry));
    }

    @Override
    public synchronized void removeAll(AccountId account) {
        UiThread.forbid("SecretStore.removeAll");
        String prefix = entry(account, "");
        removeIf(known -> known.startsWith(prefix));
    }

    private void removeIf(Predicate<String> unwanted) {
        try {
            Map<String, byte[]> entries = new TreeMap<>(file.read().orElseGet(Map::of));
            if (entries.keySet().removeIf(unwanted)) {
                file.write(entries);
            }
        } catch (IOException e) {
            throw faults.of(e);
        }
    }

    /** The name under which an entry stands in the file, and to which it is bound. */
    private static String entry(AccountId account, String name) {
        return Long.toHexString(account.value()) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The key of a file that holds something. */
    private SecretKey key(Map<String, byte[]> entries) throws IOException {
        SecretKey key = keeper.key().orElseThrow(() -> wrongKey(keeper.missing(), null));
        byte[] proof = entries.get(PROOF);
        if (proof == null) {
            throw file.damaged(null);
        }
        try {
            decrypt(key, PROOF, proof);
            return key;
        } catch (AEADBadTagException e) {
            throw wrongKey("The key for the saved passwords does not fit them", e);
        } catch (GeneralSecurityException e) {
            throw file.damaged(e);
        }
    }

    private static StoreException wrongKey(String what, @Nullable Throwable cause) {
        return new StoreException(
                StoreException.Kind.DAMAGED,
                what + ", so they cannot be read. Put the key back from a backup; or move " + NAME
                        + " away and sign in to the accounts again. Nothing was changed.",
                cause);
    }

    private byte[] seal(SecretKey key, String entry, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(entry.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    private String open(SecretKey key, String entry, byte[] sealed) {
        try {
            return decrypt(key, entry, sealed);
        } catch (GeneralSecurityException e) {
            throw file.damaged(e);
        }
    }

    private static String decrypt(SecretKey key, String entry, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        cipher.updateAAD(entry.getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
    }
}
