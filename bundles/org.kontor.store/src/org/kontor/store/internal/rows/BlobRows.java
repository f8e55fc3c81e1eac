package org.kontor.store.internal.rows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.kontor.api.id.BrandId;
import org.kontor.store.internal.sql.Table;

/** Content kept by its hash, once for each brand. */
final class BlobRows {
    private static final String ADD =
            Table.of("blob", "brand_id, hash", "brand_id, hash, content").insertAbsent();
    private static final int HASH_DIGITS = 64;

    private BlobRows() {}

    static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void save(View view, BrandId brand, byte[] hash, byte[] content) {
        view.sql.update(ADD, to -> to.id(brand).bytes(hash).bytes(content));
    }

    static byte[] save(View view, BrandId brand, byte[] content) {
        view.mayWrite(brand);
        byte[] hash = hash(content);
        save(view, brand, hash, content);
        return hash;
    }

    static Optional<byte[]> blob(View view, BrandId brand, String blob) {
        if (!view.sees(brand) || blob.length() != HASH_DIGITS) {
            return Optional.empty();
        }
        byte[] hash;
        try {
            hash = HexFormat.of().parseHex(blob);
        } catch (IllegalArgumentException e) {
            // Not a hash, so no content can have it.
            return Optional.empty();
        }
        return view.sql.first(
                "SELECT content FROM blob WHERE brand_id = ? AND hash = ?",
                to -> to.id(brand).bytes(hash),
                row -> {
                    byte[] content = row.bytes();
                    return content == null ? new byte[0] : content;
                });
    }
}
