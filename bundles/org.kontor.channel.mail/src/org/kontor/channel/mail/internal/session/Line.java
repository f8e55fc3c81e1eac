package org.kontor.channel.mail.internal.session;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AccountContext;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.wire.ImapLink;

/** An IMAP connection that is kept between calls and made anew when it is lost. One call at a time. */
final class Line {
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final AccountContext context;
    private final MailSettings settings;
    private final Means means;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ImapLink link;
    private long usedAt;
    private volatile boolean closed;

    Line(AccountContext context, MailSettings settings, Means means) {
        this.context = context;
        this.settings = settings;
        this.means = means;
    }

    /** Something done over the connection. */
    interface Use<T> {
        T over(ImapLink link) throws Exception;
    }

    /** Does something over the connection. An exception ends it. */
    <T> T use(Use<T> use) throws Exception {
        lock.lockInterruptibly();
        boolean fine = false;
        try {
            T result = use.over(link());
            fine = true;
            return result;
        } finally {
            usedAt = System.nanoTime();
            if (!fine || closed) {
                drop();
            }
            lock.unlock();
        }
    }

    private ImapLink link() throws Exception {
        ImapLink current = link;
        if (current != null && System.nanoTime() - usedAt > TRUSTED_NANOS) {
            current = stillThere(current);
        }
        if (current == null) {
            String password = context.secret(settings.imap().passwordSetting()).orElse(null);
            current = ImapLink.open(settings.imap(), password, means.reach(), means.timing());
            link = current;
        }
        return current;
    }

    private @Nullable ImapLink stillThere(ImapLink current) {
        try {
            current.noop();
            return current;
        } catch (ProtocolException e) {
            drop();
            return null;
        }
    }

    private void drop() {
        ImapLink current = link;
        link = null;
        if (current != null) {
            current.close();
        }
    }

    /** Ends the connection; while a call is running, that call does it. */
    void close() {
        if (lock.tryLock()) {
            try {
                closed = true;
                drop();
            } finally {
                lock.unlock();
            }
        } else {
            closed = true;
        }
    }
}
