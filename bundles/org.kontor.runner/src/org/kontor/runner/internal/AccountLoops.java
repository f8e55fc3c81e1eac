package org.kontor.runner.internal;

import java.time.Duration;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;

/** The two loops of one account, on virtual threads that share a session. */
final class AccountLoops {
    private final Account account;
    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final Signal receiveSignal = new Signal();
    private final Signal sendSignal = new Signal();
    private final ChannelSession session;
    private final StatusBook status;
    private final Thread receiving;
    private final Thread sending;

    AccountLoops(Services services, Account account, ChannelConnector connector) {
        this.account = account;
        this.session = connector.open(services.connectors().context(account));
        this.status = new StatusBook(services.store(), services.grants(), account, services.clock());
        String name = account.channel() + "-" + account.id();
        receiving = Thread.ofVirtual()
                .name("receive-" + name)
                .unstarted(new Receiver(services, account, connector, session, status, receiveSignal, monitor));
        sending = Thread.ofVirtual()
                .name("send-" + name)
                .unstarted(new Sender(services, account, session, status, sendSignal, monitor));
    }

    Account account() {
        return account;
    }

    void start() {
        receiving.start();
        sending.start();
    }

    void receiveNow() {
        receiveSignal.call();
    }

    void sendNow() {
        sendSignal.call();
    }

    /** Asks both loops to end; {@link #join} waits for it. */
    void stop() {
        monitor.setCanceled(true);
        receiveSignal.call();
        sendSignal.call();
    }

    /** Waits for both loops to end, the connection being closed under them when they take too long. */
    void join(Duration patience) throws InterruptedException {
        if (!sending.join(patience)) {
            session.close();
            sending.join(patience);
        }
        session.close();
        receiving.join(patience);
    }
}
