package org.kontor.release.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The simulator's servers, asked over its control interface (docs/simulator.md). */
final class Servers {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI control;

    private Servers(URI control) {
        this.control = control;
    }

    /** Waits for the port file of a simulator that was just started. */
    static Servers ready(Path ports) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(READY_WITHIN);
        while (!Files.exists(ports)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the simulator is not ready after " + READY_WITHIN);
            }
            Thread.sleep(50);
        }
        return new Servers(URI.create(
                JSON.readTree(Files.readAllBytes(ports)).path("control").asText()));
    }

    String address() {
        return control.toString();
    }

    List<String> brands() throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        get("/control/world")
                .path("brands")
                .forEach(brand -> keys.add(brand.path("key").asText()));
        return keys;
    }

    /** A customer writes; the id under which the servers show it. */
    String write(String brand, String channel, String name, String text) throws IOException, InterruptedException {
        ObjectNode message = JSON.createObjectNode()
                .put("brand", brand)
                .put("channel", channel)
                .put("name", name)
                .put("text", text);
        return post("/control/customer", message).path("id").asText();
    }

    /**
     * Takes every reply only after a while, and tells so: a process that is killed meanwhile never hears that the server has
     * its reply.
     */
    void takeTime(Duration time) throws IOException, InterruptedException {
        post("/control/faults", delay("smtp", ".", time));
        post("/control/faults", delay("bluesky", "com.atproto.repo.createRecord", time));
    }

    private static ObjectNode delay(String wire, String match, Duration time) {
        return JSON.createObjectNode()
                .put("wire", wire)
                .put("kind", "delay")
                .put("match", match)
                .put("times", 1_000_000)
                .put("delayMillis", time.toMillis());
    }

    /** An answer that stands on a server, and how often. */
    record Seen(String id, long copies) {}

    List<Seen> seen() throws IOException, InterruptedException {
        List<Seen> all = new ArrayList<>();
        get("/control/seen")
                .path("answers")
                .forEach(each -> all.add(
                        new Seen(each.path("id").asText(), each.path("copies").asLong())));
        return all;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(control.resolve(path)).GET());
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(control.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError("the simulator answers " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }
}
