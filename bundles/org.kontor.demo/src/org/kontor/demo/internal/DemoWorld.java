package org.kontor.demo.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The world as the simulator describes it.
 *
 * @param zone time zone of the agency
 */
record DemoWorld(String agency, String zone, List<DemoBrand> brands) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** A brand with its accounts, and with the address of its web shop where it has one. */
    record DemoBrand(
            String name,
            String client,
            String colour,
            @Nullable MailBox mail,
            @Nullable Handle bluesky,
            @Nullable String shop) {}

    /** What a mail client needs. */
    record MailBox(
            String address,
            String displayName,
            String host,
            int imapPort,
            int smtpPort,
            String user,
            String password) {}

    /** What a Bluesky client needs. */
    record Handle(String service, String handle, String password) {}

    /** The address of the web shop; empty where no brand has one. */
    Optional<String> shop() {
        return brands.stream().map(DemoBrand::shop).flatMap(Stream::ofNullable).findFirst();
    }

    /** Where the simulator listens; empty while it has not written its file. */
    static Optional<URI> controlAddress(Path ports) throws IOException {
        if (!Files.exists(ports)) {
            return Optional.empty();
        }
        Map<?, ?> file = JSON.readValue(ports.toFile(), Map.class);
        return Optional.of(URI.create(String.valueOf(file.get("control"))));
    }

    /** Asks the simulator. */
    static DemoWorld read(URI control) throws IOException, InterruptedException {
        return JSON.readValue(get(control.resolve("/control/world")), DemoWorld.class);
    }

    /** What the simulated customers wrote and saw, as the simulator counts it. */
    static Map<?, ?> counts(URI control) {
        try {
            return JSON.readValue(get(control.resolve("/control/counts")), Map.class);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    /**
     * Lets a customer write a mail to the brand with the web shop.
     *
     * @return the customer's mail address
     */
    static String mail(URI control, String name, String subject, String text) throws IOException, InterruptedException {
        Map<String, String> message =
                Map.of("brand", "nordwind", "channel", "mail", "name", name, "subject", subject, "text", text);
        HttpRequest request = HttpRequest.newBuilder(control.resolve("/control/customer"))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The simulator took no mail: " + response.statusCode());
        }
        return JSON.readTree(response.body()).path("author").asText();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The simulator answered " + response.statusCode() + " to " + address.getPath());
        }
        return response.body();
    }
}
