package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that fits the schema of its method.
 *
 * @param method the method's name
 * @param parameters parameters with their defaults
 * @param input body as JSON, an empty object when there is none
 * @param body body as bytes
 * @param contentType type of the body
 * @param token bearer token, or null
 * @param sessions who knows the tokens
 */
record XrpcRequest(
        String method,
        ObjectNode parameters,
        JsonNode input,
        byte[] body,
        String contentType,
        @Nullable String token,
        Sessions sessions) {

    /**
     * The account that asks.
     *
     * @throws XrpcError when there is no token or it is not good
     */
    String caller() {
        return sessions.verifyAccess(bearer());
    }

    /** The bearer token. */
    String bearer() {
        String bearer = token;
        if (bearer == null) {
            throw XrpcError.authMissing();
        }
        return bearer;
    }

    /** A text parameter; empty when absent. */
    String parameter(String name) {
        return parameters.path(name).asText("");
    }

    /** A number parameter. */
    int number(String name, int otherwise) {
        return parameters.path(name).asInt(otherwise);
    }

    /** The values of a list parameter. */
    List<String> values(String name) {
        List<String> values = new ArrayList<>();
        parameters.path(name).forEach(value -> values.add(value.asText()));
        return values;
    }
}
