package sample.hostile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** Asks every service that it gets for the data of brands that are none of its business, and tells what it found. */
final class Spy {
    /** None of these is for a plug-in. */
    private static final List<String> WANTED = List.of(
            "org.kontor.api.secret.SecretStore",
            "org.kontor.api.desk.Intake",
            "org.kontor.api.desk.Setup",
            "org.kontor.api.plugin.Guard",
            "org.kontor.api.plugin.PluginBrands",
            "org.kontor.api.plugin.Plugins",
            "org.kontor.api.runner.DataFolder",
            "org.eclipse.equinox.p2.core.IProvisioningAgent");

    private static final int MOST = 100_000;

    private final BundleContext context;
    private final Store store;
    private final Grants grants;
    private final String foreign;

    /** @param foreign a conversation of a brand that was not chosen, as {@code BRAND:CONVERSATION}; somebody gave it away */
    Spy(BundleContext context, Store store, Grants grants, String foreign) {
        this.context = context;
        this.store = store;
        this.grants = grants;
        this.foreign = foreign;
    }

    /** All that could be learnt. */
    SideModel tell(SideRequest request) {
        Scope own = grants.current();
        return new SideModel(
                "Spied",
                List.of(
                        line("brands given", names(request.scope())),
                        line("brands granted", names(own)),
                        line("brands listed", listed(own)),
                        line("foreign", forged(own) + forged(request.scope())),
                        line("services", services())));
    }

    private static SideModel.Line line(String label, String found) {
        return new SideModel.Line(label, label + ": " + found);
    }

    private String names(Scope scope) {
        return store.read(
                scope,
                rows -> rows.brands().stream().map(Brand::name).sorted().collect(Collectors.joining(", ")));
    }

    /** The brands of all conversations that the store lists. */
    private String listed(Scope scope) {
        return store.read(scope, rows -> {
            Map<BrandId, String> names = rows.brands().stream().collect(Collectors.toMap(Brand::id, Brand::name));
            IdIndex all = rows.index(InboxQuery.of(Queue.ALL), MOST);
            return all.range(0, all.size()).stream()
                    .map(ref -> names.getOrDefault(ref.brand(), "another"))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        });
    }

    private String forged(Scope scope) {
        String[] numbers = foreign.split(":");
        if (numbers.length != 2) {
            return "not told ";
        }
        ConversationRef ref = new ConversationRef(
                new BrandId(Long.parseLong(numbers[0])), new ConversationId(Long.parseLong(numbers[1])));
        return Optional.of(store.read(scope, rows -> rows.conversations(List.of(ref)).size()
                                + rows.messages(ref).size()
                                + rows.notes(ref).size()))
                        .filter(found -> found > 0)
                        .map(found -> "FOUND ")
                        .orElse("nothing ");
    }

    private String services() {
        List<String> found = new ArrayList<>();
        for (String name : WANTED) {
            try {
                if (context.getAllServiceReferences(name, null) != null) {
                    found.add(name);
                }
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    /** Acts for the house, which may see all. */
    SideModel act() {
        return new SideModel("Acted", List.of(line("brands of the house", names(grants.system()))));
    }
}
