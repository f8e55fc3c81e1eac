package org.kontor.ui.inbox.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.inbox.internal.model.ReplyModel;

/** The fields for further addresses of a mail; hidden until they are wanted. */
final class CopyFields extends Composite {
    private final ReplyModel model;
    private final Field cc;
    private final Field bcc;
    private boolean opened;
    private boolean replacing;

    CopyFields(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        model = kit.models().reply();
        setLayout(Grid.tight(4));
        cc = field(kit, kit.texts().reply_cc, "reply.cc");
        bcc = field(kit, kit.texts().reply_bcc, "reply.bcc");
        offer(false);
    }

    private Field field(Kit kit, String name, String id) {
        Label label = Texts.quiet(this, kit.look(), name);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        Field field = new Field(this, kit.look(), SWT.SINGLE, name);
        Names.id(field.text(), id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        field.text().addListener(SWT.Modify, event -> typed());
        return field;
    }

    private void typed() {
        if (!replacing) {
            model.addresses(cc.text().getText(), bcc.text().getText());
        }
        String bad = model.badAddress();
        cc.setWrong(bad != null && model.cc().contains(bad));
        bcc.setWrong(bad != null && model.bcc().contains(bad));
    }

    /** Takes over what the model has. */
    void replace() {
        replacing = true;
        cc.text().setText(String.join(", ", model.cc()));
        bcc.text().setText(String.join(", ", model.bcc()));
        replacing = false;
        opened = !model.cc().isEmpty() || !model.bcc().isEmpty();
    }

    boolean shown() {
        return opened;
    }

    /** Shows the fields, if the channel has further addresses at all. */
    void offer(boolean mail) {
        boolean visible = mail && opened;
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = !visible;
        setLayoutData(data);
        setVisible(visible);
    }

    /** The agent wants them. */
    void open() {
        opened = true;
        offer(true);
        requestLayout();
        cc.setFocus();
    }
}
