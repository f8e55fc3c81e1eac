package org.kontor.ui.setup.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.view.BrandFields;
import org.kontor.ui.setup.internal.view.ComboFrame;
import org.kontor.ui.setup.internal.view.Desk;
import org.kontor.ui.setup.internal.view.FormRows;

/** Page 1: for a brand that is there, or for a new one and whose it is. */
final class BrandStep implements Step {
    private final Desk desk;
    private final NewAccountModel model;
    private final Mnemonics mnemonics;
    private final List<Control> fresh = new ArrayList<>();
    private @Nullable Button old;
    private @Nullable Button made;
    private @Nullable Combo brands;
    private @Nullable BrandFields fields;

    BrandStep(Desk desk, NewAccountModel model, Mnemonics mnemonics) {
        this.desk = desk;
        this.model = model;
        this.mnemonics = mnemonics;
    }

    @Override
    public void create(Composite parent) {
        if (!model.there().brands().isEmpty()) {
            choice(parent);
        }
        Composite owner = new Composite(parent, SWT.NONE);
        FormRows.layout(owner);
        client(owner);
        BrandFields form = new BrandFields(parent, desk, model.brand(), mnemonics);
        fields = form;
        fresh.add(owner);
        fresh.add(form);
        refresh();
    }

    private void choice(Composite parent) {
        Composite rows = new Composite(parent, SWT.NONE);
        FormRows.layout(rows);
        Button first = radio(rows, "brand.existing", "wizard.existing");
        Composite cell = FormRows.cell(rows);
        Combo combo =
                new ComboFrame(cell, desk.look(), SWT.READ_ONLY, desk.text("brand.existing"), SWT.DEFAULT).combo();
        model.there().brands().forEach(brand -> combo.add(name(brand)));
        Names.id(combo, "wizard.brands");
        combo.addListener(SWT.Selection, e -> takeExisting(combo));
        first.addListener(SWT.Selection, e -> {
            if (first.getSelection()) {
                takeExisting(combo);
            }
        });
        Button second = radio(rows, "brand.new", "wizard.new");
        second.addListener(SWT.Selection, e -> {
            if (second.getSelection()) {
                model.chooseBrand(null);
            }
        });
        old = first;
        made = second;
        brands = combo;
    }

    private String name(Brand brand) {
        String client = model.there().client(brand.client()).map(Client::name).orElse("");
        return client.isEmpty() || client.equals(brand.name()) ? brand.name() : brand.name() + " · " + client;
    }

    private void takeExisting(Combo combo) {
        int at = Math.max(0, combo.getSelectionIndex());
        model.chooseBrand(model.there().brands().get(at).id());
    }

    private Button radio(Composite rows, String key, String id) {
        Button radio = new Button(rows, SWT.RADIO);
        radio.setFont(desk.look().font(TypeStyle.TEXT));
        radio.setText(mnemonics.mark(desk.text(key)));
        Names.id(radio, id);
        boolean alone = key.equals("brand.new");
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false, alone ? 2 : 1, 1);
        data.widthHint = alone ? SWT.DEFAULT : FormRows.LABELS;
        radio.setLayoutData(data);
        return radio;
    }

    private void client(Composite rows) {
        FormRows.label(rows, desk.look(), mnemonics.mark(desk.text("brand.client")));
        Composite cell = FormRows.cell(rows);
        Combo combo = new ComboFrame(cell, desk.look(), SWT.NONE, desk.text("brand.client"), SWT.DEFAULT).combo();
        model.there().clients().forEach(client -> combo.add(client.name()));
        combo.setText(model.client());
        Names.id(combo, "wizard.client");
        combo.addListener(SWT.Modify, e -> model.setClient(combo.getText()));
        FormRows.hint(cell, desk, desk.text("brand.client.hint"));
    }

    @Override
    public void refresh() {
        boolean isNew = model.isNewBrand();
        Button first = old;
        Button second = made;
        Combo combo = brands;
        if (first != null && second != null && combo != null) {
            first.setSelection(!isNew);
            second.setSelection(isNew);
            model.existing().ifPresent(brand -> combo.select(combo.indexOf(name(brand))));
            if (isNew) {
                combo.deselectAll();
            }
        }
        for (Control control : fresh) {
            GridData data = (GridData) control.getLayoutData();
            if (data.exclude == isNew) {
                data.exclude = !isNew;
                control.setVisible(isNew);
                control.requestLayout();
            }
        }
    }

    @Override
    public void focus() {
        Button first = old;
        BrandFields form = fields;
        if (first != null && !model.isNewBrand()) {
            first.setFocus();
        } else if (form != null) {
            form.focus();
        }
    }
}
