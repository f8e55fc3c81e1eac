package org.kontor.ui.setup.internal.view;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.secret.SecretStore;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;

/** Says openly where passwords and tokens are kept, and who could read them. */
final class SecretsPage extends Page {
    private final Supplier<Optional<SecretStore.KeyHome>> home;
    private final Label where;
    private final Label who;

    SecretsPage(Composite parent, Desk desk, Supplier<Optional<SecretStore.KeyHome>> home) {
        super(parent, desk);
        this.home = home;
        Card card = new Card(body(), desk.look(), desk.text("secrets.heading"));
        Texts.body(card, desk.look(), desk.text("secrets.sealed"));
        where = Names.id(Texts.body(card, desk.look(), ""), "secrets.where");
        who = Texts.body(card, desk.look(), "");
        refresh();
        shape();
    }

    @Override
    void refresh() {
        head(desk().text("place.secrets"), desk().text("place.secrets.below"));
        home.get().ifPresent(key -> {
            set(where, desk().text("secrets." + key + ".where"));
            set(who, desk().text("secrets." + key + ".who"));
        });
    }
}
