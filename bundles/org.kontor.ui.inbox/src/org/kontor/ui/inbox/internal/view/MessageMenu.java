package org.kontor.ui.inbox.internal.view;

import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.ui.common.widget.DropMenu;
import org.kontor.ui.inbox.internal.model.ConversationModel;
import org.kontor.ui.inbox.internal.model.TimelineItem;

/** What else can be done with a message. */
final class MessageMenu {
    private final Kit kit;
    private final TimelineItem.Written written;

    MessageMenu(Kit kit, TimelineItem.Written written) {
        this.kit = kit;
        this.written = written;
    }

    void open(Control at) {
        Message message = written.message();
        Shell shell = at.getShell();
        Menu menu = new Menu(at);
        ActionMenus.item(menu, kit.texts().message_copy, () -> copy(shell));
        if (message.versions() > 1) {
            ActionMenus.item(menu, kit.texts().message_versions, () -> versions(shell));
        }
        if (message.html() != null) {
            ActionMenus.item(menu, kit.texts().message_original, () -> new OriginalSheet(shell, kit, message).ask());
        }
        if (message.source() != null) {
            ActionMenus.item(menu, kit.texts().message_source, () -> source(shell));
        }
        DropMenu.open(menu, at);
    }

    private void copy(Shell shell) {
        String text = written.body().text();
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(shell.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private ConversationModel conversation() {
        return kit.models().conversation();
    }

    private void versions(Shell shell) {
        kit.outside()
                .<List<MessageVersion>>work(
                        kit.texts().versions_title,
                        () -> conversation().versions(written.message()),
                        all -> new VersionsSheet(shell, kit, all).open(),
                        fault -> kit.models().actions().failed(fault));
    }

    private void source(Shell shell) {
        kit.outside()
                .<@Nullable LedgerEntry>work(
                        kit.texts().source_title,
                        () -> conversation().source(written.message()),
                        entry -> new SourceSheet(shell, kit, entry).open(),
                        fault -> kit.models().actions().failed(fault));
    }
}
