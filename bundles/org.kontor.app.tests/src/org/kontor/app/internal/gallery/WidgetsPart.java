package org.kontor.app.internal.gallery;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.ProgressLine;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.common.widget.TextCounter;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.common.widget.Tile;

/** Every widget once. */
public final class WidgetsPart {
    private final Look look;
    private @Nullable Field field;

    @Inject
    WidgetsPart(Look look) {
        this.look = look;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite page = Css.set(new Composite(parent, SWT.NONE), Css.CANVAS);
        page.setLayout(Grid.layout(1, Grid.DOUBLE));
        Css.set(Texts.title(page, look, "Every widget once"), Css.CANVAS);
        Css.set(Texts.quiet(page, look, "Nothing here does anything."), Css.CANVAS, Css.QUIET);
        banners(page);
        tiles(page);
        Composite card = new Composite(page, SWT.NONE);
        card.setLayout(Grid.layout(1, Grid.DOUBLE));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        buttons(card);
        chips(card);
        fields(card);
        natives(card);
    }

    @Focus
    void focus() {
        Field first = field;
        if (first != null) {
            first.setFocus();
        }
    }

    private void banners(Composite page) {
        Banner warning = new Banner(page, look);
        warning.show(Banner.Kind.WARNING, "The connection is slow; answers may take longer.");
        Banner error = new Banner(page, look);
        error.show(
                Banner.Kind.ERROR,
                "Nordwind · mail: sign-in refused. Nothing is received until someone signs in again.",
                "Sign in",
                () -> {});
        new Banner(page, look).show(Banner.Kind.INFO, "A newer version is ready.", "Restart", () -> {});
    }

    private void tiles(Composite page) {
        Composite row = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        row.setLayout(Grid.tight(3));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        tile(row, "Answered share", "96.8 %", "+3.1", Token.OK);
        tile(row, "SLA held", "91.4 %", "−0.8", Token.WARN);
        tile(row, "First answer, median", "38 min", "312 answers", Token.TEXT_QUIET);
    }

    private void tile(Composite row, String what, String value, String note, Token ink) {
        Tile tile = new Tile(row, look);
        tile.show(what, value, note, ink);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tile);
    }

    private Composite row(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(
                RowLayoutFactory.fillDefaults().spacing(Grid.UNIT).center(true).create());
        return row;
    }

    private void buttons(Composite card) {
        Composite row = row(card);
        new ActionButton(row, look, ActionButton.Kind.PRIMARY, "Send").key("Ctrl ⏎");
        new ActionButton(row, look, ActionButton.Kind.PLAIN, "Assign").menu();
        new ActionButton(row, look, ActionButton.Kind.PLAIN, "Snippets").key("/");
        new ActionButton(row, look, ActionButton.Kind.QUIET, "Attach").icon(Icon.ATTACH);
        new ActionButton(row, look, ActionButton.Kind.PRIMARY, "Send").setEnabled(false);
        new IconButton(row, look, 32, Icon.MORE, "More");
        new IconButton(row, look, 32, Icon.SETTINGS, "Settings").setChosen(true);
        new Avatar(row, look, 32).show("Lena Marquardt", Colour.of("#c2410c"), Icon.BLUESKY);
        new Avatar(row, look, 28).show("Anna König", null, null);
        new Avatar(row, look, 28).show("Pale Brand", Colour.of("#ffe08a"), null);
    }

    private void chips(Composite card) {
        Composite row = row(card);
        chip(row, "Public reply", Chip.Kind.ON, true);
        chip(row, "Private message · once", Chip.Kind.PLAIN, true);
        chip(row, "Note", Chip.Kind.PLAIN, true);
        chip(row, "Product problem", Chip.Kind.PLAIN, false);
        chip(row, "angry", Chip.Kind.OVER, false);
        chip(row, "due soon", Chip.Kind.WARN, false);
        chip(row, "sent", Chip.Kind.OK, false);
    }

    private void chip(Composite row, String text, Chip.Kind kind, boolean choice) {
        new Chip(row, look, choice).show(text, kind);
    }

    private void fields(Composite card) {
        Field name = new Field(card, look, SWT.SINGLE, "Name");
        name.text().setText("Kaffeerösterei Alma");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        field = name;
        Field wrong = new Field(card, look, SWT.SINGLE, "Port").icon(Icon.SERVER);
        wrong.text().setText("99300");
        wrong.setWrong(true);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(wrong);
        Field reply = new Field(card, look, SWT.MULTI | SWT.WRAP, "Reply");
        reply.text().setText("Hallo Lena, das tut mir leid, so darf eine Fjell nach zwei Tagen nicht aussehen.");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, 80).applyTo(reply);
        TextCounter counter = new TextCounter(card, look, Locale.getDefault());
        counter.setLimits(List.of(new TextLimit(TextUnit.GRAPHEMES, 300)));
        counter.count(reply.text().getText());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(counter);
        ProgressLine line = new ProgressLine(card, look);
        line.show(0.4, "Reading");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(card, look));
    }

    private void natives(Composite card) {
        Composite row = row(card);
        new Button(row, SWT.CHECK).setText("Check");
        new Button(row, SWT.RADIO).setText("Radio");
        new Button(row, SWT.PUSH).setText("Push");
        Combo combo = Names.name(new Combo(row, SWT.READ_ONLY), "Channel");
        combo.setItems("Mail", "Bluesky");
        combo.select(0);
    }
}
