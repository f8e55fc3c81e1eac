package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.BlueskyAccount;
import org.kontor.simulator.Simulator;

class ControlTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder(folder).withoutScript().start();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private JsonNode call(String method, String path, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(simulator.control().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private JsonNode post(String path, String body) throws Exception {
        return call("POST", path, body, 200);
    }

    @Test
    void theWorldNamesAllThatIsNeededToSetItUp() throws Exception {
        JsonNode world = call("GET", "/control/world", "", 200);
        assertThat(world.path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(world.path("brands")).hasSize(3);
        for (JsonNode brand : world.path("brands")) {
            assertThat(brand.path("colour").asText()).matches("#[0-9a-f]{6}");
            JsonNode bluesky = brand.path("bluesky");
            Xrpc client = new Xrpc(URI.create(bluesky.path("service").asText()));
            assertThat(client.login(
                                    bluesky.path("handle").asText(),
                                    bluesky.path("password").asText())
                            .status())
                    .isEqualTo(200);
            assertThat(brand.path("mail").path("imapPort").asInt()).isPositive();
            assertThat(brand.path("mail").path("smtpPort").asInt()).isPositive();
        }
    }

    @Test
    void customersWriteAnswerReactAndDelete() throws Exception {
        JsonNode mail = post(
                "/control/customer",
                "{\"brand\":\"alma\",\"channel\":\"mail\",\"name\":\"Anna Berg\",\"text\":\"Moin\",\"form\":\"html-only\"}");
        assertThat(mail.path("uid").asLong()).isEqualTo(1);
        JsonNode post = post(
                "/control/customer",
                "{\"brand\":\"alma\",\"channel\":\"bluesky\",\"name\":\"Anna Berg\",\"text\":\"Moin\"}");
        JsonNode reply = post(
                "/control/customer",
                "{\"brand\":\"alma\",\"channel\":\"bluesky\",\"name\":\"Ben\",\"text\":\"me too\",\"replyTo\":\""
                        + post.path("id").asText() + "\"}");
        post(
                "/control/reaction",
                "{\"brand\":\"alma\",\"name\":\"Ben\",\"reaction\":\"like\",\"uri\":\""
                        + post.path("id").asText() + "\"}");
        post(
                "/control/brand",
                "{\"brand\":\"alma\",\"replyTo\":\"" + mail.path("id").asText() + "\",\"text\":\"Moin Moin\"}");
        assertThat(post(
                                "/control/delete",
                                "{\"brand\":\"alma\",\"uri\":\""
                                        + reply.path("id").asText() + "\"}")
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        JsonNode seen = call("GET", "/control/seen", "", 200).path("answers");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("text").asText().strip()).isEqualTo("Moin Moin");
        JsonNode counts = call("GET", "/control/counts", "", 200).path("counts");
        int written = 0;
        for (JsonNode line : counts) {
            written += line.path("written").asInt();
        }
        assertThat(written).isEqualTo(3);
    }

    @Test
    void faultsTokensAndPaceAreSet() throws Exception {
        BlueskyAccount account = simulator.world().brand("alma").bluesky();
        Xrpc brand = Xrpc.as(account);
        post("/control/faults", "{\"wire\":\"bluesky\",\"kind\":\"status\",\"status\":503,\"times\":1}");
        assertThat(brand.get("com.atproto.server.getSession", Map.of()).status())
                .isEqualTo(503);
        JsonNode faults = call("GET", "/control/faults", "", 200).path("faults");
        assertThat(faults.path(0).path("fired").asInt()).isEqualTo(1);
        post("/control/expire", "{\"what\":\"access\"}");
        assertThat(brand.get("com.atproto.server.getSession", Map.of()).error()).isEqualTo("ExpiredToken");
        call("DELETE", "/control/faults", "", 200);
        assertThat(call("GET", "/control/faults", "", 200).path("faults")).isEmpty();
        post("/control/rate", "{\"perSecond\":5}");
        post("/control/pause", "");
        post("/control/resume", "");
        post("/control/cut", "{\"wire\":\"imap\"}");
        post("/control/uidvalidity", "{\"brand\":\"alma\"}");
        assertThat(call("GET", "/control/violations", "", 200).path("violations"))
                .isEmpty();
    }

    @Test
    void badInputIsAnsweredWithTheFieldAndTheCause() throws Exception {
        assertThat(call("POST", "/control/customer", "{\"channel\":\"fax\"}", 400)
                        .path("error")
                        .asText())
                .contains("channel", "fax");
        assertThat(call("POST", "/control/customer", "{\"channel\":\"mail\"}", 400)
                        .path("error")
                        .asText())
                .contains("brand");
        assertThat(call("POST", "/control/faults", "{\"wire\":\"imap\",\"kind\":\"omit\"}", 400)
                        .path("error")
                        .asText())
                .contains("omit", "bluesky");
        assertThat(call("POST", "/control/faults", "{nonsense", 400)
                        .path("error")
                        .asText())
                .contains("JSON");
        assertThat(call(
                                "POST",
                                "/control/customer",
                                "{\"brand\":\"acme\",\"channel\":\"mail\",\"name\":\"A\",\"text\":\"b\"}",
                                400)
                        .path("error")
                        .asText())
                .contains("nordwind", "acme");
        assertThat(call("GET", "/control/nothing", "", 404).path("error").asText())
                .contains("/control/world");
    }

    @Test
    void stopClosesTheWorld() throws Exception {
        post("/control/stop", "");
        await().until(simulator::isClosed);
    }
}
