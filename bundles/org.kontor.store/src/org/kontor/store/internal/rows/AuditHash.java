package org.kontor.store.internal.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kontor.api.id.Id;

/**
 * SHA-256 over parts of which each is preceded by its length, so that no two lists of parts read alike. How the audit trail
 * uses it is a format: a change makes every trail that was written before look broken.
 */
final class AuditHash {
    private final MessageDigest digest;

    AuditHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    AuditHash bytes(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
        return this;
    }

    AuditHash text(String part) {
        return bytes(part.getBytes(StandardCharsets.UTF_8));
    }

    AuditHash number(long part) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
    }

    AuditHash id(Id part) {
        return number(part.value());
    }

    byte[] made() {
        return digest.digest();
    }
}
