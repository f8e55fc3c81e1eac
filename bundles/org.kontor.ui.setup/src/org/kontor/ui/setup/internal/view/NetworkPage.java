package org.kontor.ui.setup.internal.view;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.network.NetworkSettings.Way;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.NetworkEditor;

/** How the workbench reaches the internet, and whom it trusts there. */
final class NetworkPage extends Page {
    private final NetworkEditor editor;
    private final Map<Way, Button> ways = new EnumMap<>(Way.class);
    private final SettingsForm proxy;

    NetworkPage(Composite parent, Desk desk, NetworkEditor editor) {
        super(parent, desk);
        this.editor = editor;
        Mnemonics mnemonics = new Mnemonics("");
        Card way = new Card(body(), desk.look(), desk.text("network.way"));
        Composite choice = new Composite(way, SWT.NONE);
        choice.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        for (Way each : Way.values()) {
            radio(choice, each, mnemonics);
        }
        proxy = new SettingsForm(way, desk, editor.proxy(), mnemonics);
        Css.set(Texts.body(way, desk.look(), desk.text("network.way.below")), Css.QUIET);
        Card trust = new Card(body(), desk.look(), desk.text("network.trust"));
        Texts.body(trust, desk.look(), desk.text("network.trust.sentence"));
        new SettingsForm(trust, desk, editor.trust(), mnemonics);
        refresh();
        shape();
    }

    private void radio(Composite choice, Way way, Mnemonics mnemonics) {
        Button radio = new Button(choice, SWT.RADIO);
        radio.setFont(desk().look().font(TypeStyle.TEXT));
        radio.setText(mnemonics.mark(desk().text("network." + way)));
        Names.id(radio, "network." + way);
        radio.addListener(SWT.Selection, e -> {
            if (radio.getSelection()) {
                editor.choose(way);
            }
        });
        ways.put(way, radio);
    }

    @Override
    void refresh() {
        head(desk().text("place.network"), desk().text("place.network.below"));
        editor.notice().ifPresentOrElse(this::notice, () -> banner().hide());
        ways.forEach((way, radio) -> radio.setSelection(way == editor.way()));
        boolean shown = editor.way() == Way.PROXY;
        if (proxy.getLayoutData() instanceof GridData data && data.exclude == shown) {
            data.exclude = !shown;
            proxy.setVisible(shown);
            proxy.requestLayout();
        }
    }

    @Override
    void save() {
        editor.save();
        if (editor.way() == Way.PROXY && !editor.proxy().valid()) {
            proxy.focus();
        }
    }

    @Override
    void focus() {
        Button chosen = ways.get(editor.way());
        if (chosen != null) {
            chosen.setFocus();
        }
    }
}
