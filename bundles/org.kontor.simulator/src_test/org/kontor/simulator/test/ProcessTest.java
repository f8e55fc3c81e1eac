package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.SimulatorMain;

class ProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "--state",
                folder.resolve("state").toString(),
                "--port-file",
                folder.resolve("ports.json").toString()));
        command.addAll(List.of(more));
        Files.deleteIfExists(folder.resolve("ports.json"));
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        processes.add(process);
        return process;
    }

    private URI control() throws IOException {
        Path file = folder.resolve("ports.json");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> Files.exists(file));
        return URI.create(JSON.readTree(file.toFile()).path("control").asText());
    }

    private JsonNode call(URI control, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        URI control = URI.create("http://127.0.0.1");
        int imapPort = 0;
        for (int round = 0; round < 3; round++) {
            Process process = launch("--no-script");
            control = control();
            int port = call(control, "GET", "/control/world", "")
                    .at("/brands/1/mail/imapPort")
                    .asInt();
            assertThat(imapPort == 0 || imapPort == port).isTrue();
            imapPort = port;
            Thread killer = Thread.ofVirtual().unstarted(() -> process.destroyForcibly());
            int writes = 5 + random.nextInt(20);
            for (int i = 0; process.isAlive() && i < 200; i++) {
                if (i == writes) {
                    killer.start();
                }
                try {
                    String text = "{\"brand\":\"alma\",\"channel\":\"" + (i % 2 == 0 ? "mail" : "bluesky")
                            + "\",\"name\":\"Anna Berg\",\"text\":\"Frage " + round + "." + i + "\"}";
                    acknowledged.add(call(control, "POST", "/control/customer", text)
                            .path("id")
                            .asText());
                } catch (IOException killed) {
                    break;
                }
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        launch("--no-script");
        control = control();
        JsonNode world = call(control, "GET", "/control/world", "");
        Set<String> there = new HashSet<>();
        try (MailClient client = new MailClient(Accounts.mail(world.at("/brands/1/mail")))) {
            for (var message : client.open("INBOX").folder().getMessages()) {
                assertThat(there.add(message.getHeader("Message-ID")[0])).isTrue();
            }
        }
        Xrpc brand = Xrpc.as(Accounts.bluesky(world.at("/brands/1/bluesky")));
        brand.get("app.bsky.notification.listNotifications", Map.of("limit", "100"))
                .body()
                .path("notifications")
                .forEach(item -> there.add(item.path("uri").asText()));
        assertThat(there).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThan(15);
    }

    @Test
    void itEndsOnRequestAndOnASignal() throws Exception {
        Process first = launch("--no-script");
        call(control(), "POST", "/control/stop", "");
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isZero();
        Process second = launch("--no-script");
        control();
        second.destroy();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itEndsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder("sleep", "600").start();
        processes.add(parent);
        Process process = launch("--no-script", "--parent", String.valueOf(parent.pid()));
        control();
        parent.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStateFolderBelongsToOneProcess() throws Exception {
        launch("--no-script");
        control();
        Process second = launch("--no-script");
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("output"))).contains("in use by another simulator");
    }

    @Test
    void aWrongArgumentIsNamed() throws Exception {
        Process process = launch("--seed", "many");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("output"))).contains("--seed must be a whole number, not \"many\"");
    }
}
