package sample.nordwind.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionModel.Row;
import org.kontor.api.report.SectionRequest;
import org.kontor.api.report.Value;
import sample.nordwind.internal.shop.Shop;

class ProductSectionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final String PRODUCTS =
            """
            {"products":[{"name":"Regenjacke Fjell","words":["Fjell"]},{"name":"Fleecejacke Hygge","words":["Hygge"]},
             {"name":"Zelt","words":["Zelt","tent"]}]}""";

    private final Desk desk = new Desk();
    private final ShopServer server = new ShopServer().with("api/products", PRODUCTS);

    @Test
    void inquiriesAreCountedByTheProductsThatTheyName() {
        desk.customer("a", "Größe der Fjell", "NW-11111", NOON);
        desk.customer("b", "", "Meine fjell und meine Hygge (NW-22222, NW-11111)", NOON);
        desk.customer("c", "", "Wo ist mein Paket?", NOON);
        desk.customer("d", "", "Fjell, aber gestern", NOON.minusSeconds(86_400));
        SectionModel model = compute(Locale.GERMAN).orElseThrow();
        assertEquals("Produkte in Anfragen", model.title());
        assertEquals(List.of("Anfragen", "Anteil", "Genannte Bestellungen"), model.columns());
        assertEquals(
                List.of(row("Regenjacke Fjell", 2, 2), row("Fleecejacke Hygge", 1, 2), row("Kein Produkt genannt", 1, 0)),
                model.rows());
    }

    @Test
    void whatTheBrandWroteDoesNotCount() {
        var ref = desk.customer("a", "", "Eine Frage", NOON);
        desk.brand(ref, "Zur Fjell?", NOON.plusSeconds(60));
        assertEquals(List.of(row("No product named", 1, 0)), compute(Locale.ENGLISH).orElseThrow().rows());
    }

    @Test
    void withoutInquiriesThereIsNothingToSay() {
        assertTrue(compute(Locale.ENGLISH).isEmpty());
    }

    @Test
    void aSilentShopIsSaidInsteadOfNumbers() {
        desk.customer("a", "", "Fjell", NOON);
        server.down();
        SectionModel model = compute(Locale.ENGLISH).orElseThrow();
        assertEquals("The shop does not answer: shop.example takes no connection.", model.definition());
        assertTrue(model.rows().isEmpty());
    }

    private static Row row(String label, long inquiries, long orders) {
        long all = 3;
        return label.equals("No product named")
                ? new Row(label, List.of(new Value.Count(1), new Value.Share(1, 1), new Value.Count(0)))
                : new Row(
                        label,
                        List.of(new Value.Count(inquiries), new Value.Share(inquiries, all), new Value.Count(orders)));
    }

    private Optional<SectionModel> compute(Locale locale) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        ReportQuery query = new ReportQuery(new ReportRange(day, day), Set.of(), Set.of());
        ProductSection section =
                new ProductSection(desk, new Shop(Settings.of(Shop.ADDRESS, ShopServer.ADDRESS), spec -> server));
        return section.compute(new SectionRequest(Desk.scope(), query, locale), new NullProgressMonitor());
    }
}
