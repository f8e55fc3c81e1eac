package org.kontor.simulator.internal.mail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Fault.Wire;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.fault.FaultProxy;
import org.kontor.simulator.internal.fault.TlsIdentity;
import org.kontor.simulator.internal.http.Ports;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;

/** The mail servers and mailboxes of the world. Safe for several threads. */
public final class PostOffice implements AutoCloseable {

    /** The folder of every mailbox in which mail arrives. */
    public static final String INBOX = "INBOX";

    /** The folder of every mailbox that holds what was sent. */
    public static final String SENT = "Sent";

    /**
     * A message in a mailbox.
     *
     * @param address whose mailbox
     * @param folder which folder
     * @param uid its UID
     * @param message the message; nobody changes it
     * @param receivedAt when it arrived
     * @param flags its flags now, a copy
     */
    public record Stored(
            String address, String folder, long uid, MimeMessage message, Instant receivedAt, Flags flags) {}

    /** Is told of every message that arrived anywhere. */
    public interface Watcher {

        /** A message is in its folder and on the disk. */
        void arrived(Stored message);
    }

    private static final String HOST = "127.0.0.1";
    private static final long START_TIMEOUT = 20_000;
    private static final int IDLE_TIMEOUT = 30 * 60 * 1000;

    private final Log log;
    private final Clock clock;
    private final FaultBook faults;
    private final JournaledStore store;
    private final PostManagers managers;
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, String> addressesByRoot = new ConcurrentHashMap<>();
    private final Map<String, AbstractServer> servers = new LinkedHashMap<>();
    private final Map<String, FaultProxy> proxies = new LinkedHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong bounces = new AtomicLong();

    /** A post office without mailboxes; {@link #replay} and {@link #start} follow. */
    public PostOffice(Log log, Clock clock, FaultBook faults) {
        this.log = log;
        this.clock = clock;
        this.faults = faults;
        store = new JournaledStore(log, clock, this::arrived);
        managers = new PostManagers(store);
        managers.getUserManager()
                .setMessageDeliveryHandler((message, address) -> recipient(
                        address.getEmail(),
                        message.getReturnPath() == null
                                ? ""
                                : message.getReturnPath().getEmail(),
                        message.getMessage()));
    }

    /** Takes over an entry of the journal at the start. */
    public void replay(Entry entry) {
        if (entry.kind().equals("mail.user")) {
            passwords.put(Json.required(entry.data(), "address"), Json.required(entry.data(), "password"));
        } else {
            LibraryLoader.around(() -> store.replay(entry));
        }
    }

    /**
     * Opens the ports.
     *
     * @throws IOException when one cannot be opened
     */
    public void start(Ports ports) throws IOException {
        passwords.forEach(this::createUser);
        store.settle();
        MailThreadGroup.run(() -> LibraryLoader.around(() -> {
            launch("imap", new ImapServer(new ServerSetup(0, HOST, "imap"), managers));
            launch("smtp", new SmtpGate(new ServerSetup(0, HOST, "smtp"), managers));
        }));
        inner("imap").setClientSocketTimeout(IDLE_TIMEOUT);
        TlsIdentity identity = new TlsIdentity(PostOffice::certificate, "changeit");
        for (String name : List.of("imap", "smtp", "imaps", "smtps")) {
            Wire wire = name.startsWith("imap") ? Wire.IMAP : Wire.SMTP;
            int upstream = inner(wire.key()).getPort();
            FaultProxy proxy =
                    new FaultProxy(wire, ports.wish(name), upstream, faults, name.endsWith("s") ? identity : null);
            proxies.put(name, proxy);
            ports.remember(name, proxy.port());
        }
    }

    /** GreenMail's self-signed certificate. */
    private static @Nullable InputStream certificate() {
        return ServerSetup.class.getResourceAsStream("/greenmail.p12");
    }

    private void launch(String name, AbstractServer server) {
        server.setDaemon(true);
        server.startService();
        servers.put(name, server);
        try {
            if (!server.waitTillRunning(START_TIMEOUT)) {
                throw new IllegalStateException("The simulator's " + name + " server does not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private AbstractServer inner(String name) {
        return Objects.requireNonNull(servers.get(name));
    }

    /** The port on which clients reach {@code imap}, {@code smtp}, {@code imaps} or {@code smtps}. */
    public int port(String name) {
        return Objects.requireNonNull(proxies.get(name)).port();
    }

    /** Cuts all open connections of a protocol. */
    public void cutAll(Wire wire) {
        proxies.values().stream().filter(proxy -> proxy.wire() == wire).forEach(FaultProxy::cutAll);
    }

    /** Adds a watcher. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Opens a mailbox; one that is there already stays as it is. */
    public synchronized void open(String address, String password) {
        if (passwords.putIfAbsent(address, password) == null) {
            log.append(
                    Entry.of("mail.user", Json.object().put("address", address).put("password", password)));
            createUser(address, password);
        }
    }

    /** Whether there is a mailbox with that address. */
    public synchronized boolean isOpen(String address) {
        return passwords.containsKey(address);
    }

    /** The addresses of all mailboxes, a copy. */
    public synchronized List<String> addresses() {
        return List.copyOf(passwords.keySet());
    }

    private void createUser(String address, String password) {
        try {
            GreenMailUser user = managers.getUserManager().createUser(address, address, password);
            addressesByRoot.put(user.getQualifiedMailboxName(), address);
            if (managers.getImapHostManager().getFolder(user, SENT) == null) {
                managers.getImapHostManager().createMailbox(user, SENT);
            }
        } catch (UserException | FolderException | AuthorizationException e) {
            throw new IllegalStateException("The simulator cannot open the mailbox " + address, e);
        }
    }

    /** The mailbox that takes a message: the recipient's, or the sender's for the message that there is none. */
    private GreenMailUser recipient(String address, String sender, MimeMessage message) throws MessagingException {
        GreenMailUser user = managers.getUserManager().getUserByEmail(address);
        if (user != null) {
            return user;
        }
        GreenMailUser returned = managers.getUserManager().getUserByEmail(sender);
        if (returned == null) {
            throw new MessagingException("neither recipient nor sender of a message have a mailbox");
        }
        Instant now = clock.instant();
        byte[] bounce = Bounces.unknownUser(sender, address, message, now, bounces.incrementAndGet());
        return new Returned(returned, MimeMessages.parse(bounce));
    }

    private JournaledFolder folder(String address, String name) {
        GreenMailUser user = managers.getUserManager().getUserByEmail(address);
        MailFolder folder = user == null ? null : managers.getImapHostManager().getFolder(user, name);
        if (folder == null) {
            throw new IllegalArgumentException("there is no folder " + name + " of " + address);
        }
        return (JournaledFolder) folder;
    }

    /**
     * Puts a message into a folder.
     *
     * @param raw the message as it stands on the wire
     * @param receivedAt when it arrived
     * @param flags its flags
     * @param tag what the world wants to find again in the journal, or null
     * @return its UID
     */
    public long put(String address, String folder, byte[] raw, Instant receivedAt, Flags flags, @Nullable String tag) {
        long[] uid = new long[1];
        LibraryLoader.around(() -> {
            try {
                uid[0] = folder(address, folder).append(MimeMessages.parse(raw), flags, Date.from(receivedAt), tag);
            } catch (MessagingException e) {
                throw new IllegalArgumentException("not a message", e);
            }
        });
        return uid[0];
    }

    /** Tells the sender of a mail that its recipient does not exist. */
    public void bounce(String sender, String recipient, byte[] raw, Instant at) {
        try {
            MimeMessage mail = MimeMessages.parse(raw);
            byte[] notification = Bounces.unknownUser(sender, recipient, mail, at, bounces.incrementAndGet());
            put(sender, INBOX, notification, at, new Flags(), null);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a message", e);
        }
    }

    /** All messages of a folder, a copy. */
    public List<Stored> list(String address, String folder) {
        JournaledFolder journaled = folder(address, folder);
        List<Stored> all = new ArrayList<>();
        for (long uid : journaled.getMessageUids()) {
            StoredMessage message = journaled.getMessage(uid);
            if (message != null) {
                all.add(stored(address, folder, message));
            }
        }
        return all;
    }

    private static Stored stored(String address, String folder, StoredMessage message) {
        return new Stored(
                address,
                folder,
                message.getUid(),
                message.getMimeMessage(),
                message.getReceivedDate().toInstant(),
                (Flags) message.getFlags().clone());
    }

    /** Sets flags of a message. */
    public void flag(String address, String folder, long uid, Flags flags) {
        try {
            folder(address, folder).setFlags(flags, true, uid, null, false);
        } catch (FolderException e) {
            throw new IllegalArgumentException("there is no message " + uid + " in " + folder + " of " + address, e);
        }
    }

    /** Gives a folder another UIDVALIDITY, as a server does that had to rebuild it. */
    public void renewValidity(String address, String folder) {
        folder(address, folder).renewValidity();
    }

    private void arrived(JournaledFolder folder, long uid) {
        String[] path = folder.getFullName().split("\\.", 3);
        String address = path.length == 3 ? addressesByRoot.get(path[1]) : null;
        StoredMessage message = folder.getMessage(uid);
        if (address != null && message != null) {
            Stored stored = stored(address, path[2], message);
            watchers.forEach(watcher -> watcher.arrived(stored));
        }
    }

    @Override
    public void close() throws IOException {
        for (FaultProxy proxy : proxies.values()) {
            proxy.close();
        }
        servers.values().forEach(AbstractServer::stopService);
    }
}
