package org.kontor.app.internal.window;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.api.preference.PreferencePage;

/** What a window asks of the house: a user with one brand, something to find, a page of preferences. */
final class FakeAgency extends Grants implements PaletteSource, PreferencePage {
    static final BrandId BRAND = new BrandId(7);
    static final ConversationRef LENA = new ConversationRef(BRAND, new ConversationId(42));

    private static final ConversationRef FOREIGN = new ConversationRef(new BrandId(8), new ConversationId(43));

    private volatile String orders = "10";

    /** What was saved last. */
    String orders() {
        return orders;
    }

    @Override
    public Scope current() {
        return newScope(new UserId(1), false, Map.of(BRAND, Set.of(Right.READ)));
    }

    @Override
    public Scope system(BrandId brand) {
        return current();
    }

    @Override
    public Scope system() {
        return current();
    }

    @Override
    public String id() {
        return "org.kontor.app.tests.agency";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String title(Locale locale) {
        return "Customers";
    }

    @Override
    public List<PaletteEntry> find(Request request, IProgressMonitor monitor) {
        return request.text().startsWith("lena")
                ? List.of(entry("Lena of another brand", FOREIGN), entry("Lena Marquardt", LENA))
                : List.of();
    }

    private static PaletteEntry entry(String label, ConversationRef conversation) {
        return new PaletteEntry(
                label, "Nordwind", "mail", Colour.of("#c2410c"), new Action.OpenConversation(conversation));
    }

    @Override
    public Page page(Locale locale) {
        return new Page(
                "Shop",
                "What the customer card shows of the shop.",
                List.of(new Field("orders", "Orders shown", "At most 50.", Kind.NUMBER, orders, List.of())));
    }

    @Override
    public List<Problem> save(Map<String, String> values, Locale locale) {
        String wanted = values.getOrDefault("orders", "");
        if (Integer.parseInt(wanted) > 50) {
            return List.of(new Problem("orders", "At most 50 orders are shown."));
        }
        orders = wanted;
        return List.of();
    }
}
