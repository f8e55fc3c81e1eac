package org.kontor.simulator.internal.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.kontor.simulator.internal.Agency;
import org.kontor.simulator.internal.http.Endpoint;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.world.People;
import org.kontor.simulator.internal.world.Person;

/**
 * The shop's REST interface: {@code GET /api/orders/NUMBER}, {@code GET /api/orders?mail=ADDRESS}, {@code GET /api/products}. It
 * only reads.
 */
public final class ShopEndpoint implements Endpoint {

    private static final String ORDERS = "/api/orders";

    private final People people;
    private final Supplier<Instant> begin;

    /** The shop in which those people buy, in a world that began then. */
    public ShopEndpoint(People people, Supplier<Instant> begin) {
        this.people = people;
        this.begin = begin;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!request.getMethod().equals("GET")) {
            send(response, 405, Json.object().put("error", "The shop is only read"), callback);
        } else if (path.equals("/api/products")) {
            send(response, 200, products(), callback);
        } else if (path.equals(ORDERS)) {
            Fields fields = Request.extractQueryParameters(request);
            String mail = Optional.ofNullable(fields.getValue("mail")).orElse("");
            send(response, 200, ordersOf(mail), callback);
        } else if (path.startsWith(ORDERS + "/")) {
            Optional<ObjectNode> order = order(path.substring(ORDERS.length() + 1));
            send(
                    response,
                    order.isPresent() ? 200 : 404,
                    order.orElseGet(() -> Json.object().put("error", "There is no such order")),
                    callback);
        } else {
            return false;
        }
        return true;
    }

    private static ObjectNode products() {
        ObjectNode out = Json.object();
        ArrayNode products = out.putArray("products");
        for (Purchase.Article article : Purchase.Article.values()) {
            products.addObject()
                    .put("name", article.label())
                    .put("cents", article.cents())
                    .putArray("words")
                    .add(article.word());
        }
        return out;
    }

    private ObjectNode ordersOf(String mail) {
        ObjectNode out = Json.object();
        ArrayNode orders = out.putArray("orders");
        Person person = people.withAddress(mail);
        if (person != null) {
            Purchase.of(person.name()).forEach(purchase -> orders.add(json(person, purchase)));
        }
        return out;
    }

    private Optional<ObjectNode> order(String number) {
        String wanted = number.toUpperCase(Locale.ROOT);
        for (Person person : people.all()) {
            for (Purchase purchase : Purchase.of(person.name())) {
                if (purchase.number().equals(wanted)) {
                    return Optional.of(json(person, purchase));
                }
            }
        }
        return Optional.empty();
    }

    private ObjectNode json(Person person, Purchase purchase) {
        LocalDate began = LocalDate.ofInstant(begin.get(), Agency.ZONE);
        return Json.object()
                .put("number", purchase.number())
                .put("mail", person.address())
                .put("customer", person.name())
                .put("placed", purchase.placed(began).toString())
                .put("state", purchase.state())
                .put("article", purchase.article().label() + ", " + purchase.size() + ", " + purchase.colour())
                .put("cents", purchase.article().cents());
    }

    private static void send(Response response, int status, JsonNode body, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    }
}
