package org.kontor.ui.plugins.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.plugin.PluginState;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.model.PluginsModel;
import org.kontor.ui.plugins.internal.model.Versions;

/** What was installed before, and the way back to it. */
final class StatesPage extends Page {
    private final List<ActionButton> buttons = new ArrayList<>();

    StatesPage(Composite parent, Desk desk, PluginsModel model) {
        super(parent, desk, model);
    }

    @Override
    Object content() {
        return model().shelf().states();
    }

    @Override
    void build(Composite place) {
        buttons.clear();
        head(desk().text("place.states"), desk().text("states.text"));
        List<PluginState> states = model().shelf().states();
        if (states.size() < 2) {
            Texts.body(new Card(place, desk().look(), ""), desk().look(), desk().text("states.none"));
        }
        for (PluginState state : states) {
            card(place, state);
        }
    }

    private void card(Composite place, PluginState state) {
        Card card = new Card(place, desk().look(), "");
        Composite line = Css.set(new Composite(card, SWT.NONE), Css.SURFACE);
        line.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Composite words = Css.set(new Composite(line, SWT.NONE), Css.SURFACE);
        words.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        Texts.heading(words, desk().look(), desk().times().exact(state.since()));
        Texts.body(words, desk().look(), contents(state));
        if (!state.kept()) {
            Texts.body(words, desk().look(), desk().text("states.notKept"));
        }
        if (state.current()) {
            Chip chip = new Chip(line, desk().look(), false);
            chip.show(desk().text("states.current"), Chip.Kind.ON);
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(chip);
        } else {
            ActionButton back = new ActionButton(
                            line, desk().look(), ActionButton.Kind.PLAIN, desk().text("states.back"))
                    .action(() -> model().rollBack(state));
            Names.id(back, "plugins.state.back");
            Names.name(back, desk().text("states.back.name", desk().times().exact(state.since())));
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(back);
            buttons.add(back);
        }
    }

    private static String contents(PluginState state) {
        return state.plugins().stream()
                .map(plugin -> plugin.name() + " " + Versions.brief(plugin.version()))
                .collect(Collectors.joining("  ·  "));
    }

    @Override
    void update(boolean idle) {
        buttons.forEach(button -> button.setEnabled(idle));
    }
}
