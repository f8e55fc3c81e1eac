package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.internal.shop.Purchase;

class ShopTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theShopKnowsTheOrdersOfWhoeverWrote() throws Exception {
        try (Simulator simulator = Simulator.builder(folder).withoutScript().start()) {
            URI shop = shop(simulator);
            String number = Purchase.of("Anna Berg").get(0).number();
            assertThat(get(shop, "/api/orders/" + number).statusCode()).isEqualTo(404);

            simulator.write(CustomerMessage.mail("nordwind", "Anna Berg", "Wo bleibt mein Paket?"));
            JsonNode order = JSON.readTree(get(shop, "/api/orders/" + number).body());
            assertThat(order.path("customer").asText()).isEqualTo("Anna Berg");
            String mail = order.path("mail").asText();
            JsonNode orders =
                    JSON.readTree(get(shop, "/api/orders?mail=" + URLEncoder.encode(mail, StandardCharsets.UTF_8))
                            .body());
            assertThat(orders.path("orders").get(0)).isEqualTo(order);
            assertThat(JSON.readTree(get(shop, "/api/orders?mail=nobody@web.example")
                                    .body())
                            .path("orders"))
                    .isEmpty();
        }
    }

    @Test
    void itIsOnlyReadAndStaysAtItsAddressOverARestart() throws Exception {
        URI before;
        try (Simulator simulator = Simulator.builder(folder).withoutScript().start()) {
            before = shop(simulator);
            HttpRequest post = HttpRequest.newBuilder(before.resolve("/api/orders"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(post, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(405);
            }
        }
        try (Simulator simulator = Simulator.builder(folder).withoutScript().start()) {
            assertThat(shop(simulator)).isEqualTo(before);
        }
    }

    @Test
    void whatCustomersWriteOfTheirOrdersIsInTheShop() throws Exception {
        Pattern number = Pattern.compile("NW-\\d+");
        try (Simulator simulator = Simulator.builder(folder).start()) {
            URI shop = shop(simulator);
            Set<String> named = new LinkedHashSet<>();
            Xrpc.as(simulator.world().brand("nordwind").bluesky())
                    .get("app.bsky.notification.listNotifications", Map.of("limit", "100"))
                    .body()
                    .path("notifications")
                    .forEach(item -> number.matcher(
                                    item.path("record").path("text").asText())
                            .results()
                            .forEach(hit -> named.add(hit.group())));
            assertThat(named).isNotEmpty();
            for (String each : named) {
                assertThat(get(shop, "/api/orders/" + each).statusCode())
                        .as(each)
                        .isEqualTo(200);
            }
        }
    }

    private static URI shop(Simulator simulator) {
        URI shop = simulator.world().brand("nordwind").shop();
        assertThat(simulator.world().brand("alma").shop()).isNull();
        return Objects.requireNonNull(shop);
    }

    private static HttpResponse<String> get(URI shop, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(shop.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
