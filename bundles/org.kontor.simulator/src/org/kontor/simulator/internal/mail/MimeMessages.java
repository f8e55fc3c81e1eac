package org.kontor.simulator.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Messages from their bytes. */
final class MimeMessages {

    static final Session SESSION = Session.getInstance(new Properties());

    private MimeMessages() {}

    /** Reads a message as it stands on the wire; its bytes stay as they are. */
    static MimeMessage parse(byte[] raw) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    }
}
