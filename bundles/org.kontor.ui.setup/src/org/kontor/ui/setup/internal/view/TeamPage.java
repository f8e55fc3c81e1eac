package org.kontor.ui.setup.internal.view;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.TeamEditor;
import org.kontor.ui.setup.internal.model.TeamEditor.Place;

/** Whether this workbench keeps its data in a file of its own or in the database of a team. */
final class TeamPage extends Page {
    private final TeamEditor editor;
    private final Map<Place, Button> places = new EnumMap<>(Place.class);
    private final SettingsForm form;

    TeamPage(Composite parent, Desk desk, TeamEditor editor) {
        super(parent, desk);
        this.editor = editor;
        Mnemonics mnemonics = new Mnemonics("");
        Card card = new Card(body(), desk.look(), desk.text("team.where"));
        Composite choice = new Composite(card, SWT.NONE);
        choice.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        for (Place each : Place.values()) {
            radio(choice, each, mnemonics);
        }
        form = new SettingsForm(card, desk, editor.form(), mnemonics);
        Css.set(Texts.body(card, desk.look(), desk.text("team.below")), Css.QUIET);
        refresh();
        shape();
    }

    private void radio(Composite choice, Place place, Mnemonics mnemonics) {
        Button radio = new Button(choice, SWT.RADIO);
        radio.setFont(desk().look().font(TypeStyle.TEXT));
        radio.setText(mnemonics.mark(desk().text("team." + place)));
        Names.id(radio, "team." + place);
        radio.addListener(SWT.Selection, e -> {
            if (radio.getSelection()) {
                editor.choose(place);
            }
        });
        places.put(place, radio);
    }

    @Override
    void refresh() {
        head(desk().text("place.team"), desk().text("place.team.below"));
        editor.notice().ifPresentOrElse(this::notice, () -> banner().hide());
        places.forEach((place, radio) -> radio.setSelection(place == editor.place()));
        boolean shown = editor.place() == Place.TEAM;
        if (form.getLayoutData() instanceof GridData data && data.exclude == shown) {
            data.exclude = !shown;
            form.setVisible(shown);
            form.requestLayout();
        }
    }

    @Override
    void save() {
        editor.save();
        if (editor.place() == Place.TEAM && !editor.form().valid()) {
            form.focus();
        }
    }

    @Override
    void focus() {
        Button chosen = places.get(editor.place());
        if (chosen != null) {
            chosen.setFocus();
        }
    }
}
