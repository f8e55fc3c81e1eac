package org.kontor.channel.mail.internal.wire;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

/** A folder that cannot be opened. */
final class FolderException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    private final String folder;

    FolderException(String folder, CommandFailedException cause) {
        super(cause.getResponse());
        this.folder = folder;
    }

    String folder() {
        return folder;
    }
}
