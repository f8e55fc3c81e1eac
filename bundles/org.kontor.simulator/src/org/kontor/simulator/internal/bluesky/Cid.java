package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Content identifiers (version 1, SHA-256) in their text form. */
public final class Cid {

    private static final byte RAW = 0x55;
    private static final byte DAG_CBOR = 0x71;

    private Cid() {}

    /** The identifier of a record. */
    public static String ofRecord(JsonNode record) {
        return of(DAG_CBOR, DagCbor.encode(record));
    }

    /** The identifier of an uploaded file. */
    public static String ofBlob(byte[] content) {
        return of(RAW, content);
    }

    /**
     * The bytes of an identifier.
     *
     * @throws XrpcError when the text is none
     */
    static byte[] bytes(String cid) {
        if (!cid.startsWith("b")) {
            throw XrpcError.invalidRequest("Invalid CID: " + cid);
        }
        try {
            return Base32.decode(cid.substring(1));
        } catch (IllegalArgumentException e) {
            throw XrpcError.invalidRequest("Invalid CID: " + cid);
        }
    }

    private static String of(byte codec, byte[] content) {
        byte[] digest = sha256(content);
        byte[] cid = new byte[4 + digest.length];
        cid[0] = 1;
        cid[1] = codec;
        cid[2] = 0x12;
        cid[3] = 0x20;
        System.arraycopy(digest, 0, cid, 4, digest.length);
        return "b" + Base32.encode(cid);
    }

    /** The SHA-256 of some bytes. */
    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
