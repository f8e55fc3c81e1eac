package org.kontor.simulator.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.Written;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.http.Endpoint;
import org.kontor.simulator.internal.journal.Json;

/** The control interface, described in {@code docs/simulator.md}. */
public final class ControlEndpoint implements Endpoint {

    private interface Action {
        JsonNode run(JsonNode input) throws IOException;
    }

    private final Map<String, Action> actions = new TreeMap<>();
    private final Simulator simulator;
    private final FaultBook faults;

    /** The control interface of a world. */
    public ControlEndpoint(Simulator simulator, FaultBook faults) {
        this.simulator = simulator;
        this.faults = faults;
        actions.put("GET /control/world", in -> ControlJson.world(simulator.world()));
        actions.put("GET /control/counts", in -> ControlJson.counts(simulator.counts()));
        actions.put("GET /control/seen", in -> ControlJson.answers(simulator.answers()));
        actions.put("GET /control/faults", in -> ControlJson.faults(faults.list()));
        actions.put("GET /control/violations", in -> violations());
        actions.put("POST /control/customer", in -> written(simulator.write(ControlJson.message(in))));
        actions.put("POST /control/reaction", this::react);
        actions.put("POST /control/delete", this::delete);
        actions.put("POST /control/brand", this::brand);
        actions.put("POST /control/faults", this::inject);
        actions.put("DELETE /control/faults", in -> done(faults::clear));
        actions.put("POST /control/cut", this::cut);
        actions.put("POST /control/expire", this::expire);
        actions.put("POST /control/uidvalidity", this::renewUidValidity);
        actions.put("POST /control/pause", in -> done(simulator::pause));
        actions.put("POST /control/resume", in -> done(simulator::resume));
        actions.put("POST /control/rate", this::rate);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String name = request.getMethod() + " " + Request.getPathInContext(request);
        if (name.equals("POST /control/stop")) {
            send(response, 200, Json.object().put("ok", true), Callback.from(callback, simulator::requestStop));
            return true;
        }
        Action action = actions.get(name);
        if (action == null) {
            send(response, 404, problem("There is no " + name + "; there are " + actions.keySet()), callback);
            return true;
        }
        JsonNode answer;
        int status = 200;
        try {
            answer = action.run(input(request));
        } catch (IllegalArgumentException | IllegalStateException e) {
            status = 400;
            answer = problem(String.valueOf(e.getMessage()));
        }
        send(response, status, answer, callback);
        return true;
    }

    private static JsonNode input(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readAllBytes();
            return body.length == 0 ? Json.object() : Json.parse(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void send(Response response, int status, JsonNode body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    }

    private static ObjectNode problem(String text) {
        return Json.object().put("error", text);
    }

    private static ObjectNode done(Runnable action) {
        action.run();
        return Json.object().put("ok", true);
    }

    private static JsonNode written(Written written) {
        return ControlJson.written(written);
    }

    private JsonNode violations() {
        ObjectNode out = Json.object();
        simulator.schemaViolations().forEach(out.putArray("violations")::add);
        return out;
    }

    private JsonNode react(JsonNode in) {
        Simulator.Reaction reaction = ControlJson.one(in, "reaction", Simulator.Reaction.values(), ControlJson::key);
        return written(simulator.react(
                Json.required(in, "brand"),
                Json.required(in, "name"),
                reaction,
                in.path("uri").asText("")));
    }

    private JsonNode delete(JsonNode in) {
        boolean deleted = simulator.delete(Json.required(in, "brand"), Json.required(in, "uri"));
        return Json.object().put("deleted", deleted);
    }

    private JsonNode brand(JsonNode in) {
        String replyTo = Json.text(in, "replyTo");
        String brand = Json.required(in, "brand");
        String text = Json.required(in, "text");
        return written(
                replyTo == null ? simulator.publish(brand, text) : simulator.answerElsewhere(brand, replyTo, text));
    }

    private JsonNode inject(JsonNode in) {
        if (in.isArray()) {
            in.forEach(fault -> faults.add(ControlJson.fault(fault)));
        } else {
            faults.add(ControlJson.fault(in));
        }
        return ControlJson.faults(faults.list());
    }

    private JsonNode cut(JsonNode in) {
        Fault.Wire wire = ControlJson.one(in, "wire", Fault.Wire.values(), Fault.Wire::key);
        return done(() -> simulator.cutConnections(wire));
    }

    private JsonNode expire(JsonNode in) {
        String what = Json.required(in, "what");
        return switch (what) {
            case "access" -> done(simulator::expireAccessTokens);
            case "sessions" -> done(simulator::expireSessions);
            default ->
                throw new IllegalArgumentException("\"what\" must be \"access\" or \"sessions\", not \"" + what + "\"");
        };
    }

    private JsonNode renewUidValidity(JsonNode in) {
        return done(() -> simulator.renewUidValidity(Json.required(in, "brand")));
    }

    private JsonNode rate(JsonNode in) {
        JsonNode perSecond = in.path("perSecond");
        if (!perSecond.isNumber()) {
            throw new IllegalArgumentException("\"perSecond\" must be a number of messages a second, or 0");
        }
        return done(() -> simulator.rate(perSecond.doubleValue()));
    }
}
