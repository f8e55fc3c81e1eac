package org.kontor.ui.setup.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.setup.internal.model.BrandForm;
import org.kontor.ui.setup.internal.model.BrandForm.Part;
import org.kontor.ui.setup.internal.model.Mnemonics;
import org.kontor.ui.setup.internal.model.Zones;

/** The fields of a brand. */
public final class BrandFields extends Composite {
    private static final int ZONE = 260;
    private static final int SIGNATURE = 72;

    private final Desk desk;
    private final BrandForm form;
    private final Field name;
    private final Remark nameRemark;
    private final ColourPicker colour;
    private final Combo zone;
    private final Remark zoneRemark;
    private final Field signature;

    /** @param mnemonics gives each label a letter that nothing else on the page has */
    public BrandFields(Composite parent, Desk desk, BrandForm form, Mnemonics mnemonics) {
        super(parent, SWT.NONE);
        Css.set(this, Css.SURFACE);
        this.desk = desk;
        this.form = form;
        FormRows.layout(this);

        Composite nameCell = cell(Part.NAME, mnemonics, true);
        name = new Field(nameCell, desk.look(), SWT.SINGLE, desk.text("form.required", form.label(Part.NAME)));
        name.setLayoutData(FormRows.stretch(SWT.DEFAULT));
        bind(name.text(), Part.NAME, "brand.name");
        nameRemark = new Remark(nameCell, desk.look());

        colour = new ColourPicker(cell(Part.COLOUR, mnemonics, true), desk, form);

        Composite zoneCell = cell(Part.ZONE, mnemonics, true);
        zone = new ComboFrame(zoneCell, desk.look(), SWT.NONE, desk.text("form.required", form.label(Part.ZONE)), ZONE)
                .combo();
        Zones.all().forEach(zone::add);
        Names.id(zone, "brand.zone");
        zone.addListener(SWT.Modify, e -> form.set(Part.ZONE, zone.getText()));
        zone.addListener(SWT.FocusOut, e -> form.leave(Part.ZONE));
        zoneRemark = new Remark(zoneCell, desk.look());

        Composite signatureCell = cell(Part.SIGNATURE, mnemonics, false);
        signature =
                new Field(signatureCell, desk.look(), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, form.label(Part.SIGNATURE));
        GridData tall = FormRows.stretch(SWT.DEFAULT);
        tall.heightHint = SIGNATURE;
        signature.setLayoutData(tall);
        bind(signature.text(), Part.SIGNATURE, "brand.signature");
        // In a field of several lines Tab belongs to the form all the same: nobody indents a signature.
        signature.text().addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true;
            }
        });
        new Remark(signatureCell, desk.look()).show(Remark.Kind.HINT, desk.text("brand.signature.hint"));

        Runnable leave = form.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
    }

    /** Puts the cursor into the name. */
    public void focus() {
        name.setFocus();
    }

    private Composite cell(Part part, Mnemonics mnemonics, boolean required) {
        FormRows.label(this, desk.look(), mnemonics.mark(form.label(part)) + (required ? "\u00a0*" : ""));
        return FormRows.cell(this);
    }

    private void bind(Text text, Part part, String id) {
        Names.id(text, id);
        text.addListener(SWT.Modify, e -> form.set(part, text.getText()));
        text.addListener(SWT.FocusOut, e -> form.leave(part));
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        put(name, Part.NAME);
        put(signature, Part.SIGNATURE);
        if (!zone.getText().equals(form.value(Part.ZONE))) {
            zone.setText(form.value(Part.ZONE));
        }
        colour.refresh();
        tell(nameRemark, Part.NAME, "");
        tell(zoneRemark, Part.ZONE, desk.text("brand.zone.hint"));
    }

    private void put(Field field, Part part) {
        if (!field.text().getText().equals(form.value(part))) {
            field.text().setText(form.value(part));
        }
        field.setWrong(form.shown(part).isPresent());
    }

    private void tell(Remark remark, Part part, String hint) {
        form.shown(part)
                .ifPresentOrElse(
                        problem -> remark.show(Remark.Kind.WRONG, problem.text(desk.messages())),
                        () -> remark.show(Remark.Kind.HINT, hint));
    }
}
