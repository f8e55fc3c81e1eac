package org.kontor.ui.plugins.internal.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.model.PluginsModel;

/** Where plug-ins come from. */
final class SitesPage extends Page {
    private final List<Control> buttons = new ArrayList<>();
    private @Nullable Field field;
    private @Nullable ActionButton add;

    SitesPage(Composite parent, Desk desk, PluginsModel model) {
        super(parent, desk, model);
    }

    @Override
    Object content() {
        return model().shelf().sites();
    }

    @Override
    void build(Composite place) {
        buttons.clear();
        head(desk().text("place.sites"), desk().text("sites.text"));
        Card card = new Card(place, desk().look(), desk().text("sites.kept"));
        List<URI> sites = model().shelf().sites();
        if (sites.isEmpty()) {
            Texts.body(card, desk().look(), desk().text("sites.none"));
        }
        for (URI site : sites) {
            row(card, site);
        }
        Card more = new Card(place, desk().look(), desk().text("sites.add.title"));
        Composite line = Css.set(new Composite(more, SWT.NONE), Css.SURFACE);
        line.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Field typed = new Field(line, desk().look(), SWT.SINGLE, desk().text("sites.address")).icon(Icon.LINK);
        typed.text().setMessage("https://");
        Names.id(typed.text(), "plugins.site");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(typed);
        ActionButton go = new ActionButton(line, desk().look(), ActionButton.Kind.PLAIN, desk().text("sites.add"))
                .action(this::add);
        Names.id(go, "plugins.site.add");
        typed.text().addListener(SWT.DefaultSelection, e -> add());
        typed.text().addListener(SWT.Modify, e -> update(model().idle()));
        Texts.body(more, desk().look(), desk().text("sites.rule"));
        field = typed;
        add = go;
    }

    private void row(Card card, URI site) {
        Composite line = Css.set(new Composite(card, SWT.NONE), Css.SURFACE);
        line.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Label label = Texts.body(line, desk().look(), site.toString());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(200, SWT.DEFAULT)
                .applyTo(label);
        IconButton remove =
                new IconButton(line, desk().look(), Grid.CONTROL, Icon.DELETE, desk().text("sites.remove", site));
        Names.id(remove, "plugins.site.remove");
        remove.onActivate(() -> model().removeSite(site));
        buttons.add(remove);
    }

    private void add() {
        Field typed = field;
        if (typed != null && model().idle() && !typed.text().getText().isBlank()) {
            model().addSite(typed.text().getText());
        }
    }

    @Override
    void update(boolean idle) {
        buttons.forEach(button -> button.setEnabled(idle));
        ActionButton go = add;
        Field typed = field;
        if (go != null && typed != null) {
            go.setEnabled(idle && !typed.text().getText().isBlank());
        }
    }
}
