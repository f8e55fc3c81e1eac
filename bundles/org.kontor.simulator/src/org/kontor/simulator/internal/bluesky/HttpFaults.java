package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.kontor.simulator.Fault;
import org.kontor.simulator.internal.journal.Json;

/** How faults look in HTTP answers. */
final class HttpFaults {

    private HttpFaults() {}

    /** An error instead of an answer. */
    static void status(Fault fault, Response response, Callback callback) {
        String error = Objects.requireNonNullElse(fault.text(), name(fault.status()));
        ObjectNode body = Json.object().put("error", error).put("message", "Injected fault");
        response.setStatus(fault.status());
        Duration retryAfter = fault.retryAfter();
        if (retryAfter != null) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    }

    private static String name(int status) {
        return switch (status) {
            case 401 -> "AuthenticationRequired";
            case 403 -> "Forbidden";
            case 429 -> "RateLimitExceeded";
            case 500 -> "InternalServerError";
            case 502 -> "UpstreamFailure";
            case 503 -> "NotEnoughResources";
            case 504 -> "UpstreamTimeout";
            default -> "InvalidRequest";
        };
    }

    /** The body as the fault leaves it. */
    static byte[] spoil(Fault fault, XrpcAnswer answer) {
        JsonNode json = answer.json();
        if (json == null) {
            return answer.body();
        }
        return switch (fault.kind()) {
            case BROKEN_JSON -> broken(answer.body());
            case UNKNOWN_FIELDS -> Json.bytes(strange(json.deepCopy(), 0));
            case DUPLICATES -> Json.bytes(lists(json.deepCopy(), HttpFaults::twice));
            case REORDER -> Json.bytes(lists(json.deepCopy(), HttpFaults::reversed));
            case OMIT -> Json.bytes(lists(json.deepCopy(), HttpFaults::thinned));
            default -> answer.body();
        };
    }

    private static byte[] broken(byte[] body) {
        String text = new String(body, 0, body.length / 2, StandardCharsets.UTF_8);
        return (text + "<html>502 Bad Gateway").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode strange(JsonNode node, int depth) {
        node.forEach(child -> strange(child, depth + 1));
        if (node instanceof ObjectNode object && !object.has("$link")) {
            object.putObject("xNewField" + depth)
                    .put("$type", "com.example.unknown#thing")
                    .putArray("values")
                    .add(1)
                    .addNull();
        }
        return node;
    }

    private static JsonNode lists(JsonNode body, UnaryOperator<ArrayNode> change) {
        if (body instanceof ObjectNode object) {
            for (String name : new String[] {"notifications", "feed", "posts", "records", "profiles"}) {
                if (object.get(name) instanceof ArrayNode list) {
                    object.set(name, change.apply(list));
                }
            }
        }
        return body;
    }

    private static ArrayNode twice(ArrayNode list) {
        ArrayNode out = Json.array();
        list.forEach(item -> out.add(item).add(item.deepCopy()));
        return out;
    }

    private static ArrayNode reversed(ArrayNode list) {
        ArrayNode out = Json.array();
        for (int i = list.size() - 1; i >= 0; i--) {
            out.add(list.get(i));
        }
        return out;
    }

    private static ArrayNode thinned(ArrayNode list) {
        ArrayNode out = Json.array();
        for (int i = 1; i < list.size(); i += 2) {
            out.add(list.get(i));
        }
        return out;
    }

    /** Some bytes of the answer, then the end of the connection. */
    static void sendPart(Fault fault, byte[] body, Request request, Response response, Callback callback) {
        byte[] part = Arrays.copyOf(body, Math.min(Math.max(1, fault.bytes()), Math.max(1, body.length - 1)));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length + 1L);
        response.write(
                false,
                ByteBuffer.wrap(part),
                Callback.from(
                        () -> {
                            request.getConnectionMetaData()
                                    .getConnection()
                                    .getEndPoint()
                                    .close();
                            callback.failed(new IOException("cut by a fault"));
                        },
                        callback::failed));
    }
}
