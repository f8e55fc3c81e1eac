package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.Json;
import org.kontor.channel.http.RateBroker.Bucket;
import org.kontor.channel.http.RateReader;

/** Calls methods of an AT Protocol server (https://atproto.com/specs/xrpc). Knows nothing of sessions. */
final class Xrpc {
    /** 3,000 calls in 5 minutes for each IP address (bsky-docs, rate-limits). */
    static final Bucket READS = Bucket.SHARED;
    /** 5,000 points an hour and 35,000 a day for each account; a new record costs 3. */
    static final Bucket WRITES = Bucket.ofAccount("write");
    /** 30 sign-ins in 5 minutes and 300 a day for each account. */
    static final Bucket SESSIONS = Bucket.ofAccount("session");

    static final int CREATE_POINTS = 3;
    static final RateReader RATES = RateReader.named("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset");

    private final AccountHttp http;
    private final InstantSource clock;

    Xrpc(AccountHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** A method that reads. */
    static HttpCall query(URI server, String method, Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + encode(v)))
                .sorted()
                .collect(Collectors.joining("&"));
        return HttpCall.get(method, URI.create(server + "/xrpc/" + method + (query.isEmpty() ? "" : "?" + query)));
    }

    /**
     * A method that changes something.
     *
     * @param input null for a method that takes none; then there is no media type either, as strict servers want it
     */
    static HttpCall procedure(URI server, String method, @Nullable JsonNode input) {
        URI address = URI.create(server + "/xrpc/" + method);
        return input == null
                ? HttpCall.post(method, address, null, new byte[0])
                : HttpCall.post(method, address, "application/json", Json.write(input));
    }

    /** The same call made for a session. */
    static HttpCall signed(HttpCall call, String jwt) {
        return call.with("Authorization", "Bearer " + jwt);
    }

    Reply call(HttpCall call, IProgressMonitor monitor) {
        return switch (http.call(call, monitor)) {
            case HttpAnswer.NotSent not -> new Reply.NotSent(not.fault());
            case HttpAnswer.Unknown unknown -> new Reply.Unknown(unknown.fault());
            case HttpAnswer.Response response -> response.good() ? good(call, response) : refused(call, response);
        };
    }

    private static Reply good(HttpCall call, HttpAnswer.Response response) {
        try {
            return new Reply.Ok(Json.read(response.body()));
        } catch (Json.Broken e) {
            return new Reply.Unknown(Fault.of(FaultKind.PROTOCOL, call.label() + " answered " + e.getMessage()));
        }
    }

    private Reply refused(HttpCall call, HttpAnswer.Response response) {
        String error = "";
        String message = "";
        try {
            JsonNode json = Json.read(response.body());
            error = Json.textOr("", json, "error");
            message = Json.textOr("", json, "message");
        } catch (Json.Broken e) {
            // A proxy or a web server in between answered; the status has to do.
            message = "not an answer of an AT Protocol server";
        }
        Fault fault = XrpcFaults.of(call, response, error, message, RATES, clock.instant());
        return new Reply.Refused(response.status(), error, fault);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Someone waits for this call. */
    static HttpCall interactive(HttpCall call) {
        return call.as(Urgency.INTERACTIVE);
    }
}
