package org.kontor.simulator.internal.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** The sender of a message that cannot be delivered, who gets a notification in its place. */
record Returned(GreenMailUser sender, MimeMessage notification) implements GreenMailUser {

    @Override
    public void deliver(@Nullable MovingMessage undeliverable) {
        sender.deliver(notification);
    }

    @Override
    public void deliver(@Nullable MimeMessage undeliverable) {
        sender.deliver(notification);
    }

    @Override
    public String getEmail() {
        return sender.getEmail();
    }

    @Override
    public String getLogin() {
        return sender.getLogin();
    }

    @Override
    public String getPassword() {
        return sender.getPassword();
    }

    @Override
    public void create() {
        sender.create();
    }

    @Override
    public void delete() {
        sender.delete();
    }

    @Override
    public void setPassword(@Nullable String password) {
        sender.setPassword(password);
    }

    @Override
    public void authenticate(@Nullable String password) throws UserException {
        sender.authenticate(password);
    }

    @Override
    public String getQualifiedMailboxName() {
        return sender.getQualifiedMailboxName();
    }
}
