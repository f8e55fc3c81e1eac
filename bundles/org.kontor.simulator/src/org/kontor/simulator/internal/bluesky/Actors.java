package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.kontor.simulator.internal.journal.Json;

/** Accounts in the journal. */
final class Actors {

    private Actors() {}

    static ObjectNode write(Actor actor) {
        return Json.object()
                .put("did", actor.did())
                .put("handle", actor.handle())
                .put("name", actor.displayName())
                .put("description", actor.description())
                .put("email", actor.email())
                .put("password", actor.password())
                .put("at", actor.createdAt().toString());
    }

    static Actor read(ObjectNode data) {
        return new Actor(
                Json.required(data, "did"),
                Json.required(data, "handle"),
                Json.required(data, "name"),
                Json.required(data, "description"),
                Json.required(data, "email"),
                Json.required(data, "password"),
                Instant.parse(Json.required(data, "at")));
    }
}
