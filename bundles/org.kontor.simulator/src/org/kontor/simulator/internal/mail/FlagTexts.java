package org.kontor.simulator.internal.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.mail.Flags;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.simulator.internal.journal.Json;

/** IMAP flags in the journal. {@code \Recent} belongs to a session and is not kept. */
final class FlagTexts {

    private static final Map<String, Flags.Flag> SYSTEM = new LinkedHashMap<>();

    static {
        SYSTEM.put("\\Answered", Flags.Flag.ANSWERED);
        SYSTEM.put("\\Deleted", Flags.Flag.DELETED);
        SYSTEM.put("\\Draft", Flags.Flag.DRAFT);
        SYSTEM.put("\\Flagged", Flags.Flag.FLAGGED);
        SYSTEM.put("\\Seen", Flags.Flag.SEEN);
    }

    private FlagTexts() {}

    static ArrayNode write(Flags flags) {
        ArrayNode texts = Json.array();
        SYSTEM.forEach((text, flag) -> {
            if (flags.contains(flag)) {
                texts.add(text);
            }
        });
        for (String own : flags.getUserFlags()) {
            texts.add(own);
        }
        return texts;
    }

    static Flags read(JsonNode texts) {
        Flags flags = new Flags();
        for (JsonNode text : texts) {
            Flags.Flag system = SYSTEM.get(text.asText());
            if (system == null) {
                flags.add(text.asText());
            } else {
                flags.add(system);
            }
        }
        return flags;
    }
}
