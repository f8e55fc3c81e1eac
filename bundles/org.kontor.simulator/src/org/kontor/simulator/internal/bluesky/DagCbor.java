package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The binary form of a record over which its content identifier is computed: deterministic CBOR with links, as
 * https://ipld.io/specs/codecs/dag-cbor/spec/ lays down.
 */
final class DagCbor {

    private DagCbor() {}

    /**
     * The bytes of a record.
     *
     * @throws XrpcError when it holds a number with a fraction, which records must not
     */
    static byte[] encode(JsonNode record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        write(out, record);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(out, node);
            case ARRAY -> {
                head(out, 4, node.size());
                node.forEach(item -> write(out, item));
            }
            case STRING -> writeText(out, node.textValue());
            case BOOLEAN -> out.write(node.booleanValue() ? 0xf5 : 0xf4);
            case NUMBER -> writeNumber(out, node);
            case NULL -> out.write(0xf6);
            default -> throw XrpcError.invalidRequest("Bad record");
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw XrpcError.invalidRequest("Bad record: numbers must be integers");
        }
        long value = node.longValue();
        if (value >= 0) {
            head(out, 0, value);
        } else {
            head(out, 1, -1 - value);
        }
    }

    private static void writeObject(ByteArrayOutputStream out, JsonNode node) {
        JsonNode link = node.get("$link");
        JsonNode bytes = node.get("$bytes");
        if (node.size() == 1 && link != null && link.isTextual()) {
            byte[] cid = Cid.bytes(link.textValue());
            out.write(0xd8);
            out.write(42);
            head(out, 2, cid.length + 1L);
            out.write(0);
            out.writeBytes(cid);
        } else if (node.size() == 1 && bytes != null && bytes.isTextual()) {
            byte[] value = Base64.getDecoder().decode(bytes.textValue());
            head(out, 2, value.length);
            out.writeBytes(value);
        } else {
            writeMap(out, node);
        }
    }

    private static void writeMap(ByteArrayOutputStream out, JsonNode node) {
        List<Map.Entry<byte[], JsonNode>> fields = new ArrayList<>();
        node.properties()
                .forEach(field ->
                        fields.add(Map.entry(field.getKey().getBytes(StandardCharsets.UTF_8), field.getValue())));
        fields.sort((a, b) -> a.getKey().length != b.getKey().length
                ? Integer.compare(a.getKey().length, b.getKey().length)
                : Arrays.compareUnsigned(a.getKey(), b.getKey()));
        head(out, 5, fields.size());
        for (Map.Entry<byte[], JsonNode> field : fields) {
            head(out, 3, field.getKey().length);
            out.writeBytes(field.getKey());
            write(out, field.getValue());
        }
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(out, 3, utf8.length);
        out.writeBytes(utf8);
    }

    private static void head(ByteArrayOutputStream out, int major, long value) {
        int type = major << 5;
        if (value < 24) {
            out.write(type | (int) value);
        } else if (value < 0x100) {
            out.write(type | 24);
            number(out, value, 1);
        } else if (value < 0x10000) {
            out.write(type | 25);
            number(out, value, 2);
        } else if (value < 0x100000000L) {
            out.write(type | 26);
            number(out, value, 4);
        } else {
            out.write(type | 27);
            number(out, value, 8);
        }
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
