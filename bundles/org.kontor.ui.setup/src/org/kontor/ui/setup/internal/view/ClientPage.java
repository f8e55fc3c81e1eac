package org.kontor.ui.setup.internal.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.account.Brand;
import org.kontor.api.id.ClientId;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.Snapshot;

/** The page of a client: which brands it has. */
final class ClientPage extends Page {
    private final ClientId id;
    private final Supplier<Snapshot> snapshot;
    private final Consumer<Node> open;
    private final Card card;
    private final Composite list;
    private List<Brand> shown = List.of();

    ClientPage(
            Composite parent,
            Desk desk,
            ClientId id,
            Supplier<Snapshot> snapshot,
            Runnable addBrand,
            Consumer<Node> open) {
        super(parent, desk);
        this.id = id;
        this.snapshot = snapshot;
        this.open = open;
        ActionButton add = new ActionButton(
                        buttons(), desk.look(), ActionButton.Kind.PLAIN, desk.text("command.addBrand"))
                .icon(Icon.ADD)
                .action(addBrand);
        Names.id(add, "client.addBrand");
        card = new Card(body(), desk.look(), desk.text("client.brands"));
        list = new Composite(card, SWT.NONE);
        list.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        refresh();
        shape();
    }

    @Override
    void refresh() {
        Snapshot now = snapshot.get();
        List<Brand> brands = now.brandsOf(id);
        head(now.client(id).map(c -> c.name()).orElse(""), desk().text("row.brands", brands.size()));
        if (!brands.equals(shown)) {
            shown = brands;
            clear(list);
            for (Brand brand : brands) {
                ActionButton button = new ActionButton(list, desk().look(), ActionButton.Kind.QUIET, brand.name())
                        .icon(Icon.RIGHT)
                        .action(() -> open.accept(new Node.OfBrand(brand.id())));
                Names.id(button, "client.brand." + brand.name());
            }
            card.layout(true, true);
        }
    }
}
