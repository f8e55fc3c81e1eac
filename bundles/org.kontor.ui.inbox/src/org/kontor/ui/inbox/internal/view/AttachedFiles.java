package org.kontor.ui.inbox.internal.view;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.inbox.internal.model.Attaching;
import org.kontor.ui.inbox.internal.model.ReplyRules;

/** The files that will go out with a reply. */
final class AttachedFiles extends Composite {
    private final Kit kit;
    private List<OutgoingAttachment> shown = List.of();

    AttachedFiles(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        RowLayout row =
                RowLayoutFactory.fillDefaults().spacing(Grid.UNIT).wrap(true).create();
        row.marginLeft = 0;
        setLayout(row);
        present(false);
    }

    void show(List<OutgoingAttachment> attachments) {
        if (attachments.equals(shown)) {
            return;
        }
        shown = attachments;
        for (Control each : getChildren()) {
            each.dispose();
        }
        for (OutgoingAttachment attachment : attachments) {
            Composite entry = new Composite(this, SWT.NONE);
            entry.setLayout(
                    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).create());
            Label name = new Label(entry, SWT.NONE);
            name.setFont(kit.look().font(TypeStyle.SMALL));
            name.setText((attachment.name() + " \u00b7 " + kit.words().numbers().bytes(attachment.content().length))
                    .replace("&", "&&"));
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(name);
            IconButton remove = new IconButton(
                    entry, kit.look(), 24, Icon.CLOSE, kit.words().fill(kit.texts().reply_detach, attachment.name()));
            remove.onActivate(() -> kit.models().reply().detach(attachment));
        }
        present(!attachments.isEmpty());
    }

    private void present(boolean visible) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = !visible;
        setLayoutData(data);
        setVisible(visible);
    }

    /** Says why a file was not taken. */
    record Says(Kit kit) {
        String refused(Attaching.Refused file, @Nullable ReplyRules rules) {
            Capabilities can = rules == null ? null : rules.can();
            Capabilities.AttachmentRule rule = can == null ? Capabilities.AttachmentRule.NONE : can.attachments();
            return switch (file.problem()) {
                case NONE_TAKEN -> kit.words().fill(kit.texts().reply_file_none, file.name());
                case TOO_MANY ->
                    kit.words()
                            .fill(
                                    kit.texts().reply_file_many,
                                    file.name(),
                                    kit.words().numbers().count(rule.maxCount()));
                case TOO_LARGE ->
                    kit.words()
                            .fill(
                                    kit.texts().reply_file_large,
                                    file.name(),
                                    kit.words().numbers().bytes(rule.maxBytes()));
                case WRONG_TYPE -> kit.words().fill(kit.texts().reply_file_type, file.name());
                case UNREADABLE -> kit.words().fill(kit.texts().reply_file_unreadable, file.name());
            };
        }
    }
}
