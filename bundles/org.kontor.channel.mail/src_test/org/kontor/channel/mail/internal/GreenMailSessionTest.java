package org.kontor.channel.mail.internal;

/** The session contract against GreenMail, without CONDSTORE. */
class GreenMailSessionTest extends SessionContract {
    @Override
    MailWorld open() {
        return new GreenMailWorld();
    }
}
