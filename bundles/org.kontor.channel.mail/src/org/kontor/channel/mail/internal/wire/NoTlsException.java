package org.kontor.channel.mail.internal.wire;

import java.io.IOException;

/** The server does not offer STARTTLS. */
final class NoTlsException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTlsException(String message) {
        super(message);
    }
}
