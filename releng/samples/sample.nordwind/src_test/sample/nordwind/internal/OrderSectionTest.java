package sample.nordwind.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideModel.Line;
import org.kontor.ui.api.side.SideRequest;
import sample.nordwind.internal.shop.Shop;

class OrderSectionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ORDER =
            """
            {"number":"NW-48213","mail":"anna@posteo.example","placed":"2026-02-20","state":"shipped",
             "article":"Regenjacke Fjell, L, Petrol","cents":18900}""";

    private final Desk desk = new Desk();
    private final ShopServer server = new ShopServer();

    @Test
    void anOrderThatTheCustomerNamesIsShown() {
        server.with("api/orders/NW-48213", ORDER);
        ConversationRef ref = desk.customer("@anna.example", "", "Wo bleibt nw 48213?? Bestellung NW-48213!", NOW);
        assertEquals(
                List.of(
                        new Line("NW-48213", "versandt"),
                        new Line("20.02.2026", "Regenjacke Fjell, L, Petrol · 189,00 €")),
                load(ref, Locale.GERMANY).lines().stream().map(OrderSectionTest::plain).toList());
    }

    @Test
    void theOrdersOfTheMailAddressAreFoundWithoutANumber() {
        server.with("api/orders?mail=anna%40posteo.example", "{\"orders\":[" + ORDER + ",{\"number\":\"broken\"}]}");
        ConversationRef ref = desk.customer("anna@posteo.example", "Frage", "Hallo!", NOW);
        SideModel model = load(ref, Locale.ENGLISH);
        assertEquals("Orders", model.title());
        assertEquals(new Line("NW-48213", "shipped"), model.lines().get(0));
        assertEquals(2, model.lines().size());
    }

    @Test
    void nothingIsToldOfSomebodyElsesOrder() {
        server.with("api/orders/NW-48213", ORDER).with("api/orders?mail=eve%40web.example", "{\"orders\":[]}");
        ConversationRef ref = desk.customer("eve@web.example", "NW-48213", "Wohin geht das Paket?", NOW);
        assertEquals(
                List.of(new Line("NW-48213", "belongs to another customer")),
                load(ref, Locale.ENGLISH).lines());
    }

    @Test
    void aNumberThatOnlyTheBrandWroteIsNotLookedUp() {
        server.with("api/orders/NW-48213", ORDER);
        ConversationRef ref = desk.customer("@anna.example", "", "Hallo?", NOW);
        desk.brand(ref, "Meinen Sie NW-48213?", NOW);
        assertTrue(section(ShopServer.ADDRESS).load(request(ref, Locale.ENGLISH), new NullProgressMonitor()).isEmpty());
    }

    @Test
    void whatIsMissingIsSaid() {
        ConversationRef ref = desk.customer("anna@posteo.example", "", "NW-99999", NOW);
        assertEquals(
                List.of(new Line("NW-99999", "not in the shop")), load(ref, Locale.ENGLISH).lines());
        server.down();
        assertEquals(
                List.of(new Line("", "The shop does not answer: shop.example takes no connection.")),
                load(ref, Locale.ENGLISH).lines());
        SideModel without = section("")
                .load(request(ref, Locale.ENGLISH), new NullProgressMonitor())
                .orElseThrow();
        assertEquals(
                "Enter the address of the shop in the preferences, under Nordwind.",
                without.lines().get(0).value());
    }

    private SideModel load(ConversationRef ref, Locale locale) {
        return section(ShopServer.ADDRESS)
                .load(request(ref, locale), new NullProgressMonitor())
                .orElseThrow();
    }

    private OrderSection section(String address) {
        return new OrderSection(desk, new Shop(Settings.of(Shop.ADDRESS, address), spec -> server));
    }

    private static SideRequest request(ConversationRef ref, Locale locale) {
        return new SideRequest(ref, Desk.scope(), locale);
    }

    /** Which kind of space stands before a currency is the business of the JDK. */
    private static Line plain(Line line) {
        return new Line(line.label(), line.value().replace('\u00a0', ' ').replace('\u202f', ' '));
    }

    @Test
    void anAddressIsHttpsOrOnThisMachine() {
        assertTrue(Shop.address("https://shop.example").isPresent());
        assertTrue(Shop.address(" http://127.0.0.1:8080/x ").isPresent());
        assertTrue(Shop.address("http://shop.example").isEmpty());
        assertTrue(Shop.address("shop").isEmpty());
        assertTrue(Shop.address("a b").isEmpty());
    }

    @Test
    void thePageKeepsWhatIsAnAddressAndRefusesTheRest() {
        Settings settings = new Settings();
        ShopPage page = new ShopPage(settings);
        assertEquals(
                Shop.ADDRESS,
                page.save(Map.of(Shop.ADDRESS, "nonsense", "form", "SIE"), Locale.GERMAN)
                        .get(0)
                        .field());
        assertTrue(settings.value("form").isEmpty());
        assertEquals(
                List.of(), page.save(Map.of(Shop.ADDRESS, "https://shop.example", "form", "SIE"), Locale.GERMAN));
        assertEquals("https://shop.example", page.page(Locale.GERMAN).fields().get(0).value());
        assertEquals("SIE", page.page(Locale.GERMAN).fields().get(1).value());
    }
}
