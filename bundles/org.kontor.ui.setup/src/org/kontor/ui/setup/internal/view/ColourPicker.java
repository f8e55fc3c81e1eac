package org.kontor.ui.setup.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.setup.internal.model.BrandColours;
import org.kontor.ui.setup.internal.model.BrandForm;
import org.kontor.ui.setup.internal.model.BrandForm.Part;

/**
 * The colour of a brand: a row of those that are easy to tell apart, a field for any other, how it looks on a row, and what
 * is to be said of it. Arrow keys go from colour to colour as in a group of radio buttons.
 */
final class ColourPicker extends Composite {
    private static final int HEX = 112;

    private final Desk desk;
    private final BrandForm form;
    private final List<Swatch> swatches = new ArrayList<>();
    private final Field hex;
    private final Avatar avatar;
    private final Remark remark;

    ColourPicker(Composite parent, Desk desk, BrandForm form) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.form = form;
        setLayout(Grid.tight(1));
        setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        swatches();
        Composite line = FormRows.line(this, 3);
        avatar = new Avatar(line, desk.look(), 32);
        hex = new Field(line, desk.look(), SWT.SINGLE, desk.text("colour.field"));
        hex.setLayoutData(FormRows.stretch(HEX));
        Names.id(hex.text(), "brand.colour");
        hex.text().addListener(SWT.Modify, e -> form.set(Part.COLOUR, hex.text().getText()));
        hex.text().addListener(SWT.FocusOut, e -> form.leave(Part.COLOUR));
        ActionButton other = new ActionButton(line, desk.look(), ActionButton.Kind.PLAIN, desk.text("colour.other"));
        Names.id(other, "brand.colour.other");
        other.onActivate(this::ask);
        remark = new Remark(this, desk.look());
    }

    private void swatches() {
        Composite row = new Composite(this, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = Grid.HALF;
        row.setLayout(layout);
        GridData wide = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        wide.widthHint = 200;
        row.setLayoutData(wide);
        for (BrandColours.Offer offer : BrandColours.offers()) {
            Swatch swatch = new Swatch(row, desk.look(), offer.colour(), desk.text("colour." + offer.name()));
            Names.id(swatch, "brand.colour." + offer.name());
            swatch.onActivate(() -> choose(offer.colour()));
            swatch.addListener(SWT.KeyDown, this::step);
            swatches.add(swatch);
        }
    }

    void refresh() {
        Colour colour = form.colour().orElse(null);
        swatches.forEach(swatch -> swatch.setChosen(swatch.colour().equals(colour)));
        String typed = form.value(Part.COLOUR);
        if (!hex.text().getText().equals(typed)) {
            hex.text().setText(typed);
        }
        hex.setWrong(form.shown(Part.COLOUR).isPresent());
        String name = form.name().isEmpty() ? desk.text("brand.name") : form.name();
        avatar.show(name, colour, null);
        form.shown(Part.COLOUR)
                .ifPresentOrElse(problem -> remark.show(Remark.Kind.WRONG, problem.text(desk.messages())), this::judge);
    }

    private void judge() {
        BrandColours.Remark judgement = form.remark().orElse(BrandColours.Remark.GOOD);
        if (form.colour().isEmpty()) {
            remark.show(Remark.Kind.HINT, "");
        } else {
            String other = form.alike().map(Brand::name).orElse("");
            remark.show(
                    judgement == BrandColours.Remark.GOOD ? Remark.Kind.GOOD : Remark.Kind.WARNING,
                    desk.text("colour.remark." + judgement, other));
        }
    }

    private void choose(Colour colour) {
        form.set(Part.COLOUR, colour.hex());
        form.leave(Part.COLOUR);
    }

    private void step(Event event) {
        int by = switch (event.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> 1;
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> -1;
            default -> 0;
        };
        if (by != 0 && event.widget instanceof Swatch from) {
            int to = Math.floorMod(swatches.indexOf(from) + by, swatches.size());
            swatches.get(to).setFocus();
            choose(swatches.get(to).colour());
        }
    }

    private void ask() {
        ColorDialog dialog = new ColorDialog(getShell());
        dialog.setText(desk.text("colour.own"));
        form.colour().ifPresent(c -> dialog.setRGB(new RGB(c.red(), c.green(), c.blue())));
        RGB chosen = dialog.open();
        if (chosen != null) {
            choose(new Colour(chosen.red, chosen.green, chosen.blue));
        }
    }
}
