package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.http.Json;

class NormaliserFuzzTest {
    private static final long SEED = Long.getLong("kontor.seed", 20261122L);
    private static final int PAYLOADS = 10_000;
    private static final String[] TEXTS = {
        "",
        " ",
        "\u0000",
        "\uD83D",
        "👩‍👩‍👧‍👦",
        "‮שלום",
        "<script>alert(1)</script>",
        "at://",
        "at://did:x:y/z",
        "did:plc:",
        "2026-13-45T99:99:99Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "9".repeat(400),
        "mention",
        "reply",
        "quote",
        "like",
        "..",
        "https://",
        "a".repeat(5_000),
        "%00",
        "\\",
        "\"}"
    };

    private enum Meaning {
        ITEM,
        DELETED,
        NOT_AN_INQUIRY,
        UNREADABLE
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Every payload has a meaning, none throws, and what goes through the connector's own events has one too. */
    @Test
    void tenThousandBrokenPayloadsAllHaveAMeaning(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(SEED));
        Map<Meaning, Integer> count = new EnumMap<>(Meaning.class);
        TestAccount account = Samples.account();
        for (int i = 0; i < PAYLOADS; i++) {
            RawEvent event = i % 2 == 0 ? brokenBytes() : brokenTree();
            Normalised said = Normaliser.normalise(account, event);
            count.merge(meaning(said), 1, Integer::sum);
            assertThat(Normaliser.normalise(account, event))
                    .as("repeatable, payload %s", i)
                    .isEqualTo(said);
        }
        reporter.publishEntry("meanings", count.toString());
        assertThat(count.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PAYLOADS);
        assertThat(count).containsKeys(Meaning.ITEM, Meaning.NOT_AN_INQUIRY, Meaning.UNREADABLE);
    }

    private static Meaning meaning(Normalised said) {
        return switch (said) {
            case Normalised.Item item -> {
                assertThat(item.id().value()).startsWith("at://");
                assertThat(item.text()).doesNotContain("\u0000");
                yield Meaning.ITEM;
            }
            case Normalised.Deleted deleted -> Meaning.DELETED;
            case Normalised.NotAnInquiry not -> Meaning.NOT_AN_INQUIRY;
            case Normalised.Unreadable unreadable -> Meaning.UNREADABLE;
            case Normalised.AnsweredElsewhere other -> throw new AssertionError(other);
            case Normalised.NotDelivered other -> throw new AssertionError(other);
        };
    }

    private String sample() {
        return Samples.ALL.get(random.nextInt(Samples.ALL.size()));
    }

    /** Bytes changed, cut or doubled. */
    private RawEvent brokenBytes() {
        byte[] bytes = sample().getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return Samples.raw(
                random.nextInt(10) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
    }

    /** Fields taken away, added or replaced by something of another kind. */
    private RawEvent brokenTree() {
        ObjectNode root = Samples.json(sample());
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            List<ObjectNode> objects = new ArrayList<>();
            collect(root, objects);
            change(objects.get(random.nextInt(objects.size())));
        }
        RawEvent event = Samples.event(root, random.nextInt(3) == 0 ? Origin.CONTEXT : Origin.RECEIVED);
        return random.nextBoolean() ? event : Samples.raw(Json.write(root));
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || random.nextInt(8) == 0
                ? TEXTS[random.nextInt(TEXTS.length)]
                : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextLong());
            case 3 -> object.put(name, random.nextDouble() * 1e300);
            case 4 -> object.put(name, random.nextBoolean());
            case 5 -> object.set(name, nested(random.nextInt(60)));
            case 6 -> object.set(name, Samples.json(sample()));
            default -> object.put(name, TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private static ArrayNode nested(int depth) {
        ArrayNode outer = Json.array();
        ArrayNode at = outer;
        for (int i = 0; i < depth; i++) {
            ArrayNode inner = Json.array();
            at.add(inner);
            at = inner;
        }
        return outer;
    }
}
