package org.kontor.channel.mail.internal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;

/** Events of a mailbox that are not mails. */
public final class Signal {
    /** The media type of their payload. */
    public static final String MEDIA_TYPE = "application/json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Signal() {}

    /** The mailbox shows that another client answered this mail. */
    public static RawEvent answered(String messageId, Origin origin) {
        return event("answered:" + messageId, origin, JSON.createObjectNode().put("answered", messageId));
    }

    /** A mail is there, but the server does not hand it out. */
    public static RawEvent unfetchable(Envelope.Folder folder, long validity, long uid, String reason, Origin origin) {
        ObjectNode body =
                JSON.createObjectNode().put("unfetchable", validity + "/" + uid).put("reason", reason);
        return event(folder.word() + ":uid:" + validity + "/" + uid, origin, body);
    }

    static Normalised normalise(byte[] payload) {
        try {
            JsonNode body = JSON.readTree(payload);
            String answered = body.path("answered").asText("");
            if (!answered.isBlank()) {
                return new Normalised.AnsweredElsewhere(new ExternalId(answered), null);
            }
            String unfetchable = body.path("unfetchable").asText("");
            return new Normalised.Unreadable(
                    unfetchable.isBlank()
                            ? "an event of an unknown kind"
                            : "the mail server does not hand out mail " + unfetchable + ": "
                                    + Plain.line(body.path("reason").asText("")));
        } catch (IOException e) {
            return new Normalised.Unreadable("an event that is not JSON");
        }
    }

    private static RawEvent event(String id, Origin origin, ObjectNode body) {
        try {
            return new RawEvent(new ExternalId(id), origin, MEDIA_TYPE, JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of strings can be written", e);
        }
    }
}
