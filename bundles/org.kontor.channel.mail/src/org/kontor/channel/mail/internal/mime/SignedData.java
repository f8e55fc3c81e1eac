package org.kontor.channel.mail.internal.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the mail out of an opaque S/MIME signature (CMS SignedData, RFC 5652 5.1), so that it can be read. The signature
 * itself is not checked.
 */
public final class SignedData {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int OID = 0x06;
    private static final int CONTEXT_0 = 0xa0;
    private static final byte[] SIGNED_DATA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
    };
    private static final int MAX_DEPTH = 12;

    private final byte[] der;

    private SignedData(byte[] der) {
        this.der = der;
    }

    /** The signed content; empty if this is no opaque SignedData, or cannot be read. */
    public static Optional<byte[]> content(byte[] der) {
        try {
            return new SignedData(der).content();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> content() throws Malformed {
        Value info = expect(read(0, der.length, 0), SEQUENCE);
        Value type = expect(read(info.from, info.to, 0), OID);
        if (!Arrays.equals(Arrays.copyOfRange(der, type.from, type.to), SIGNED_DATA)) {
            return Optional.empty();
        }
        Value signed = inside(expect(read(type.next, info.to, 0), CONTEXT_0), SEQUENCE);
        Value version = read(signed.from, signed.to, 0);
        Value digests = read(version.next, signed.to, 0);
        Value encapsulated = expect(read(digests.next, signed.to, 0), SEQUENCE);
        Value contentType = expect(read(encapsulated.from, encapsulated.to, 0), OID);
        if (contentType.next >= encapsulated.to) {
            return Optional.empty();
        }
        Value wrapper = expect(read(contentType.next, encapsulated.to, 0), CONTEXT_0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        octets(read(wrapper.from, wrapper.to, 0), out, 0);
        return Optional.of(out.toByteArray());
    }

    private Value inside(Value outer, int tag) throws Malformed {
        return expect(read(outer.from, outer.to, 0), tag);
    }

    private void octets(Value value, ByteArrayOutputStream out, int depth) throws Malformed {
        if (value.tag == OCTETS) {
            out.write(der, value.from, value.to - value.from);
        } else if (value.tag == OCTETS_IN_PIECES && depth < MAX_DEPTH) {
            int at = value.from;
            while (at < value.to) {
                Value piece = read(at, value.to, 0);
                octets(piece, out, depth + 1);
                at = piece.next;
            }
        } else {
            throw new Malformed();
        }
    }

    private static Value expect(Value value, int tag) throws Malformed {
        if (value.tag != tag) {
            throw new Malformed();
        }
        return value;
    }

    private Value read(int at, int limit, int depth) throws Malformed {
        if (at + 2 > limit || depth > MAX_DEPTH) {
            throw new Malformed();
        }
        int tag = der[at] & 0xff;
        int length = der[at + 1] & 0xff;
        int from = at + 2;
        if (length == 0x80) {
            int end = from;
            while (end + 2 <= limit && !(der[end] == 0 && der[end + 1] == 0)) {
                end = read(end, limit, depth + 1).next;
            }
            return new Value(tag, from, Math.min(end, limit), Math.min(end + 2, limit));
        }
        if (length > 0x80) {
            int count = length - 0x80;
            if (count > 4 || from + count > limit) {
                throw new Malformed();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | der[from + i] & 0xff;
            }
            from += count;
        }
        if (length < 0 || length > limit - from) {
            throw new Malformed();
        }
        return new Value(tag, from, from + length, from + length);
    }

    private record Value(int tag, int from, int to, int next) {}

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
