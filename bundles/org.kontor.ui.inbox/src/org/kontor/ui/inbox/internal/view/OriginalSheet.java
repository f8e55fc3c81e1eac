package org.kontor.ui.inbox.internal.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.conversation.Message;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.inbox.internal.text.Original;

/** Asks before a message is opened in the browser, with or without what its sender wants to load. */
final class OriginalSheet extends Sheet {
    private static final int WITH_PICTURES = IDialogConstants.CLIENT_ID + 1;

    private final Kit kit;
    private final Message message;
    private boolean pictures;

    OriginalSheet(Shell parent, Kit kit, Message message) {
        super(parent, kit.look(), kit.texts().original_title, kit.texts().original_sentence);
        this.kit = kit;
        this.message = message;
    }

    /** Asks, and does what the answer says. */
    void ask() {
        if (open() == OK) {
            String html = message.html();
            boolean withPictures = pictures;
            kit.outside()
                    .<Path>work(
                            kit.texts().original_title,
                            () -> write(Original.page(html == null ? "" : html, withPictures)),
                            kit.outside()::browse,
                            kit.models().actions()::failed);
        }
    }

    private static Path write(String page) {
        try {
            Path file = Files.createTempFile("kontor-original-", ".html");
            file.toFile().deleteOnExit();
            Files.writeString(file, page);
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    protected void fill(Composite parent) {
        // The sentence says it all.
    }

    @Override
    protected void buttons(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, kit.texts().original_safe, true);
        createButton(parent, WITH_PICTURES, kit.texts().original_browser, false);
        createButton(parent, IDialogConstants.CANCEL_ID, kit.texts().original_cancel, false);
    }

    @Override
    protected void buttonPressed(int id) {
        pictures = id == WITH_PICTURES;
        super.buttonPressed(id == WITH_PICTURES ? IDialogConstants.OK_ID : id);
    }
}
