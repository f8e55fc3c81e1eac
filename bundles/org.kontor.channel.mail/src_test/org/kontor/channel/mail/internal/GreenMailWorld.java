package org.kontor.channel.mail.internal;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;

/** GreenMail inside the test's process. */
final class GreenMailWorld extends MailWorld {
    private final GreenMail server;
    private final FaultProxy imap;
    private final Box brand = new Box("hilfe@nordwind.example", "geheim");
    private final Box customer = new Box("lena@customer.example", "geheimer");

    GreenMailWorld() {
        // GreenMail's threads throw when a client hangs up, which is what some tests are about.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        server.setUser(brand.address(), brand.address(), brand.password());
        server.setUser(customer.address(), customer.address(), customer.password());
        imap = new FaultProxy(server.getImap().getPort());
    }

    @Override
    int imapPort() {
        return imap.port();
    }

    @Override
    int smtpPort() {
        return server.getSmtp().getPort();
    }

    @Override
    Box brand() {
        return brand;
    }

    @Override
    Box customer() {
        return customer;
    }

    /** GreenMail forgets its mails when it stops; to its clients a cut of all connections is the same. */
    @Override
    void restartImap() {
        imap.cutAll();
    }

    @Override
    void renumberInbox() throws Exception {
        List<Stored> mails = mails(brand, "INBOX");
        GreenMailUser user = server.getUserManager().getUser(brand.address());
        server.getUserManager().deleteUser(user);
        server.setUser(brand.address(), brand.address(), brand.password());
        for (Stored mail : mails) {
            append(brand, "INBOX", mail.source(), Instant.now());
        }
    }

    @Override
    boolean knowsItsUsers() {
        return false;
    }

    @Override
    public void close() {
        imap.close();
        server.stop();
    }
}
