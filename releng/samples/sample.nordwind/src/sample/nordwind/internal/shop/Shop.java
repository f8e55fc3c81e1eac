package sample.nordwind.internal.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginSettings;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpClients;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Asks the shop. Every method waits for the net: not for the UI thread. Safe for use by several threads. */
@Component(service = Shop.class)
public final class Shop {
    /** The setting with the address of the shop. */
    public static final String ADDRESS = "address";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long MOST_BYTES = 256L << 10;
    private static final int NOT_FOUND = 404;

    private final PluginSettings settings;
    private final AccountHttp http;

    @Activate
    public Shop(@Reference PluginSettings settings, @Reference HttpClients clients) {
        this.settings = settings;
        this.http = clients.open(HttpSpec.of("nordwind", "shop").blaming(ADDRESS));
    }

    /** Ends what is under way. */
    @Deactivate
    public void close() {
        http.close();
    }

    /** The order with a number; an empty answer where there is none. */
    public Asked<Order> order(String number, IProgressMonitor monitor) {
        return ask("order", "api/orders/" + encoded(number), monitor, body -> order(body).stream()
                .toList());
    }

    /** The orders of a customer, the newest first. */
    public Asked<Order> ordersOf(String mail, IProgressMonitor monitor) {
        return ask("orders", "api/orders?mail=" + encoded(mail), monitor, body -> {
            List<Order> orders = new ArrayList<>();
            Json.at(body, "orders").forEach(each -> order(each).ifPresent(orders::add));
            return orders;
        });
    }

    /** What the shop sells. */
    public Asked<Product> products(IProgressMonitor monitor) {
        return ask("products", "api/products", monitor, body -> {
            List<Product> products = new ArrayList<>();
            Json.at(body, "products").forEach(each -> {
                List<String> words = new ArrayList<>();
                Json.at(each, "words").forEach(word -> words.add(word.asText()));
                String name = Json.text(each, "name");
                if (name != null && !words.isEmpty()) {
                    products.add(new Product(name, words));
                }
            });
            return products;
        });
    }

    private <T> Asked<T> ask(
            String label, String path, IProgressMonitor monitor, Function<JsonNode, List<T>> reader) {
        Optional<URI> address = settings.value(ADDRESS).flatMap(Shop::address);
        if (address.isEmpty()) {
            return new Asked.NoAddress<>();
        }
        HttpCall call = HttpCall.get(label, address.get().resolve(path))
                .as(HttpCall.Urgency.INTERACTIVE)
                .within(PATIENCE)
                .atMost(MOST_BYTES);
        return switch (http.call(call, monitor)) {
            case HttpAnswer.Response response -> read(response, reader);
            case HttpAnswer.NotSent notSent -> new Asked.Silent<>(notSent.fault().detail());
            case HttpAnswer.Unknown unknown -> new Asked.Silent<>(unknown.fault().detail());
        };
    }

    private static <T> Asked<T> read(HttpAnswer.Response response, Function<JsonNode, List<T>> reader) {
        if (response.status() == NOT_FOUND) {
            return new Asked.Answer<>(List.of());
        }
        if (!response.good()) {
            return new Asked.Silent<>(response.fault(Instant.now()).detail());
        }
        try {
            return new Asked.Answer<>(reader.apply(Json.read(response.body())));
        } catch (Json.Broken e) {
            return new Asked.Silent<>(String.valueOf(e.getMessage()));
        }
    }

    /** An address as it can be asked: with a slash at its end, over https or on this machine. */
    public static Optional<URI> address(String entered) {
        try {
            URI address = URI.create(entered.strip() + (entered.strip().endsWith("/") ? "" : "/"));
            boolean plain = "http".equals(address.getScheme())
                    && Arrays.asList("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
            boolean good = address.getHost() != null && ("https".equals(address.getScheme()) || plain);
            return good ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // What is no address cannot be asked; the page of the preferences says so.
            return Optional.empty();
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static Optional<Order> order(JsonNode node) {
        String number = Json.text(node, "number");
        LocalDate placed = date(Json.text(node, "placed"));
        String article = Json.text(node, "article");
        if (number == null || placed == null || article == null) {
            return Optional.empty();
        }
        return Optional.of(new Order(
                number,
                Json.textOr("", node, "mail"),
                placed,
                state(Json.textOr("", node, "state")),
                article,
                BigDecimal.valueOf(Json.at(node, "cents").asLong(), 2)));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // An order without a date that can be read is left out, as one without a number is.
            return null;
        }
    }

    private static Order.State state(String name) {
        for (Order.State state : Order.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        return Order.State.OTHER;
    }
}
