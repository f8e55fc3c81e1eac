package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Fault;
import org.kontor.simulator.internal.Settings;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.http.Endpoint;
import org.kontor.simulator.internal.journal.Json;

/** The HTTP face of the network's server: {@code /xrpc/<method>}. */
public final class BlueskyHandler implements Endpoint {

    private static final String PREFIX = "/xrpc/";
    private static final int LARGEST_JSON = 150 * 1024;
    private static final int KEPT_VIOLATIONS = 100;

    private final Network network;
    private final Sessions sessions;
    private final Settings settings;
    private final FaultBook faults;
    private final Lexicons lexicons = new Lexicons();
    private final RateLimits limits;
    private final ServerMethods identity;
    private final Map<String, XrpcMethod> methods = new HashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /** The face of a network that is reached at {@code service}. */
    public BlueskyHandler(
            Network network, Sessions sessions, Settings settings, FaultBook faults, String serverDid, URI service) {
        this.network = network;
        this.sessions = sessions;
        this.settings = settings;
        this.faults = faults;
        Clock clock = settings.clock();
        limits = new RateLimits(clock);
        identity = new ServerMethods(network, sessions, serverDid, service);
        identity.register(methods);
        new RepoMethods(network, lexicons, clock).register(methods);
        new AppMethods(network, new Views(network, service), clock).register(methods);
    }

    /** What was wrong with our own answers by the published schemas; must stay empty. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.startsWith("/did:")) {
            return directory(path.substring(1), response, callback);
        }
        if (!path.startsWith(PREFIX)) {
            return false;
        }
        String method = path.substring(PREFIX.length());
        Fault fault = faults.take(Fault.Wire.BLUESKY, method);
        if (fault != null) {
            Thread.sleep(fault.delay());
            if (fault.kind() == Fault.Kind.CUT_BEFORE) {
                cut(request, callback);
                return true;
            }
            if (fault.kind() == Fault.Kind.STATUS) {
                HttpFaults.status(fault, response, callback);
                return true;
            }
        }
        XrpcAnswer answer;
        try {
            answer = answer(method, request, response);
            response.setStatus(200);
        } catch (XrpcError e) {
            response.setStatus(e.status());
            answer = XrpcAnswer.of(Json.object().put("error", e.error()).put("message", e.text()));
        }
        if (fault != null && fault.kind() == Fault.Kind.CUT_AFTER) {
            cut(request, callback);
        } else {
            send(answer, fault, request, response, callback);
        }
        return true;
    }

    /** Answers as the directory of DIDs does, which is a server of its own in the real network. */
    private boolean directory(String did, Response response, Callback callback) {
        Actor actor = network.find(did);
        ObjectNode body =
                actor == null ? Json.object().put("message", "DID not registered: " + did) : identity.document(actor);
        response.setStatus(actor == null ? 404 : 200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/did+ld+json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
        return true;
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new IOException("cut by a fault"));
    }

    private void send(XrpcAnswer answer, @Nullable Fault fault, Request request, Response response, Callback callback) {
        answer.headers().forEach(response.getHeaders()::put);
        if (!answer.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        byte[] body = fault == null ? answer.body() : HttpFaults.spoil(fault, answer);
        if (fault != null && fault.kind() == Fault.Kind.CUT_DURING) {
            HttpFaults.sendPart(fault, body, request, response, callback);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }

    private XrpcAnswer answer(String name, Request request, Response response) throws IOException {
        XrpcMethod method = methods.get(name);
        boolean query = lexicons.isQuery(name);
        if (method == null) {
            throw new XrpcError(501, "MethodNotImplemented", "Method Not Implemented");
        }
        String expected = query ? "GET" : "POST";
        if (!request.getMethod().equals(expected)) {
            throw XrpcError.invalidRequest("Incorrect HTTP method (" + request.getMethod() + ") expected " + expected);
        }
        byte[] body = body(request);
        String contentType = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
        JsonNode input = query || !contentType.startsWith("application/json") ? Json.object() : input(name, body);
        limit(name, input, request, response);
        XrpcRequest asked =
                new XrpcRequest(name, parameters(name, request), input, body, contentType, token(request), sessions);
        XrpcAnswer answer = method.answer(asked);
        JsonNode json = answer.json();
        if (json != null) {
            String wrong = lexicons.wrongInOutput(name, json);
            if (wrong != null && violations.size() < KEPT_VIOLATIONS) {
                violations.add(name + ": " + wrong);
            }
        }
        return answer;
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readAllBytes();
        }
    }

    private JsonNode input(String name, byte[] body) {
        if (name.equals("com.atproto.repo.uploadBlob")) {
            return Json.object();
        }
        if (body.length > LARGEST_JSON) {
            throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        }
        JsonNode input;
        try {
            input = Json.parse(body);
        } catch (IOException e) {
            throw XrpcError.invalid("SyntaxError", "Unexpected token in JSON");
        }
        lexicons.checkInput(name, input);
        return input;
    }

    private ObjectNode parameters(String name, Request request) {
        Map<String, List<String>> given = new TreeMap<>();
        Fields fields = Request.extractQueryParameters(request);
        for (Fields.Field field : fields) {
            given.computeIfAbsent(field.getName(), key -> new ArrayList<>()).addAll(field.getValues());
        }
        return lexicons.parameters(name, given);
    }

    private static @Nullable String token(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        String[] parts = header.split(" ");
        if (parts.length != 2) {
            throw XrpcError.invalid("InvalidToken", "Malformed authorization header");
        }
        if (!parts[0].equalsIgnoreCase("Bearer")) {
            throw XrpcError.invalid("InvalidToken", "Unexpected authorization type");
        }
        return parts[1];
    }

    /** Counts the request against all limits that it touches and shows the tightest, as the real server does. */
    private void limit(String name, JsonNode input, Request request, Response response) {
        String address = Request.getRemoteAddr(request);
        RateLimits.Standing standing =
                limits.take("ip " + address, 1, settings.requestsPerFiveMinutes(), Duration.ofMinutes(5));
        if (name.equals("com.atproto.server.createSession")) {
            String key = "login " + input.path("identifier").asText() + " " + address;
            standing = RateLimits.Standing.tighter(
                    standing, limits.take(key + " day", 1, settings.loginsPerDay(), Duration.ofDays(1)));
            standing = RateLimits.Standing.tighter(
                    standing, limits.take(key, 1, settings.loginsPerFiveMinutes(), Duration.ofMinutes(5)));
        }
        int points = points(name);
        Actor writer = points == 0 ? null : network.find(input.path("repo").asText());
        if (writer != null) {
            int hourly = settings.writePointsPerHour();
            standing = RateLimits.Standing.tighter(
                    standing, limits.take("hour " + writer.did(), points, hourly, Duration.ofHours(1)));
            standing = RateLimits.Standing.tighter(
                    standing, limits.take("day " + writer.did(), points, hourly * 7, Duration.ofDays(1)));
        }
        if (standing != null) {
            show(standing, response);
        }
    }

    private static int points(String name) {
        return switch (name) {
            case "com.atproto.repo.createRecord" -> 3;
            case "com.atproto.repo.putRecord" -> 2;
            case "com.atproto.repo.deleteRecord" -> 1;
            default -> 0;
        };
    }

    private static void show(RateLimits.Standing standing, Response response) {
        response.getHeaders().put(new HttpField("RateLimit-Limit", String.valueOf(standing.limit())));
        response.getHeaders().put(new HttpField("RateLimit-Remaining", String.valueOf(standing.remaining())));
        response.getHeaders()
                .put(new HttpField(
                        "RateLimit-Reset", String.valueOf(standing.reset().getEpochSecond())));
        response.getHeaders()
                .put(new HttpField(
                        "RateLimit-Policy",
                        standing.limit() + ";w=" + standing.window().toSeconds()));
        if (standing.exceeded()) {
            throw new XrpcError(429, "RateLimitExceeded", "Rate Limit Exceeded");
        }
    }
}
