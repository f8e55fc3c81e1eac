package org.kontor.channel.mail.internal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to answer a mail, kept with the message.
 *
 * @param to who gets the answer: Reply-To where there is one; not empty
 * @param subject of the mail; null where it has none
 * @param id its Message-ID; null where it has none
 * @param references what it answered, oldest first
 */
public record ReplyTarget(
        List<Mailbox> to,
        @Nullable String subject,
        @Nullable String id,
        List<String> references) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ReplyTarget {
        to = List.copyOf(to);
        references = List.copyOf(references);
    }

    /** As {@code Outgoing.replyTarget} carries it. */
    public String print() {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode people = body.putArray("to");
        to.forEach(m -> people.addObject().put("name", m.name()).put("address", m.address()));
        if (subject != null) {
            body.put("subject", subject);
        }
        if (id != null) {
            body.put("id", id);
        }
        ArrayNode ancestors = body.putArray("references");
        references.forEach(ancestors::add);
        return body.toString();
    }

    /** Reads what {@link #print} wrote; empty if it is something else or names nobody. */
    public static Optional<ReplyTarget> parse(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            List<Mailbox> to = new ArrayList<>();
            for (JsonNode person : body.path("to")) {
                String address = person.path("address").asText("");
                if (address.contains("@")) {
                    to.add(new Mailbox(person.path("name").asText(""), address));
                }
            }
            List<String> references = new ArrayList<>();
            body.path("references").forEach(r -> references.add(r.asText("")));
            references.removeIf(String::isBlank);
            return to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReplyTarget(to, words(body, "subject"), words(body, "id"), references));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String words(JsonNode body, String name) {
        String words = body.path(name).asText("");
        return words.isBlank() ? null : words;
    }
}
