package org.kontor.channel.mail.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.Item;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.Namespaces;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.Security;

/**
 * A signed-in IMAP connection (RFC 9051). Works on the library's protocol layer, because its folders hide what we must
 * know: the exact UIDs, answers it could not read, and news that come between two commands. Only reads, except {@link
 * #append} and {@link #create}. For one thread at a time.
 */
public final class ImapLink implements AutoCloseable {
    private final IMAPProtocol protocol;
    private @Nullable Selected selected;
    private int exists;
    private boolean news;
    private boolean idling;

    private ImapLink(IMAPProtocol protocol) {
        this.protocol = protocol;
        protocol.addResponseHandler(this::notice);
    }

    /** A folder that has been opened for reading. */
    public record Selected(String folder, long validity, long uidNext, long highestModSeq) {}

    /** Connects and signs in. */
    public static ImapLink open(Endpoint server, @Nullable String password, Reach reach, Timing timing)
            throws IOException, ProtocolException, LoginException {
        Exception first = null;
        for (Properties way : Wiring.ways(server, reach, timing)) {
            try {
                return open(server, password, way);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first instanceof IOException io ? io : new IOException("no way to the server");
    }

    private static ImapLink open(Endpoint server, @Nullable String password, Properties way)
            throws IOException, ProtocolException, LoginException {
        MailLogger silent =
                new MailLogger(ImapLink.class, "imap", false, new PrintStream(OutputStream.nullOutputStream()));
        IMAPProtocol protocol =
                new IMAPProtocol("imap", server.host(), server.port(), way, server.security() == Security.TLS, silent);
        boolean open = false;
        try {
            if (server.security() == Security.STARTTLS) {
                startTls(protocol);
            }
            signIn(protocol, server, password);
            open = true;
            return new ImapLink(protocol);
        } finally {
            if (!open) {
                protocol.disconnect();
            }
        }
    }

    private static void startTls(IMAPProtocol protocol) throws IOException, ProtocolException {
        if (!protocol.hasCapability("STARTTLS")) {
            throw new NoTlsException("the server does not offer STARTTLS");
        }
        protocol.startTLS();
        protocol.capability();
    }

    private static void signIn(IMAPProtocol protocol, Endpoint server, @Nullable String password)
            throws ProtocolException, LoginException {
        if (protocol.isAuthenticated()) {
            return;
        }
        boolean plain = protocol.hasCapability("AUTH=PLAIN");
        if (!plain && protocol.hasCapability("LOGINDISABLED")) {
            throw new LoginException(LoginException.Why.NO_METHOD, "the server takes no passwords");
        }
        try {
            String secret = password == null ? "" : password;
            if (plain) {
                protocol.authplain(null, server.user(), secret);
            } else {
                protocol.login(server.user(), secret);
            }
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            String code = Diagnosis.code(e.getResponse());
            boolean later =
                    List.of("UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG").contains(code);
            throw new LoginException(
                    later ? LoginException.Why.LATER : LoginException.Why.REFUSED, String.valueOf(e.getMessage()));
        }
        if (!protocol.hasCapability("IDLE") || !protocol.hasCapability("CONDSTORE")) {
            // some servers name what they can do only after the sign-in, and only when asked
            protocol.capability();
        }
    }

    /** Whether the server offers this. */
    public boolean can(String capability) {
        return protocol.hasCapability(capability);
    }

    /** Looks whether the connection is still there. */
    public void noop() throws ProtocolException {
        protocol.noop();
    }

    /** Opens a folder for reading, or looks for news if it is open. */
    public Selected open(String folder) throws ProtocolException {
        Selected current = selected;
        if (current != null && current.folder().equals(folder)) {
            protocol.noop();
            return current;
        }
        return reopen(folder);
    }

    /** Opens a folder for reading, anew if it is open. */
    public Selected reopen(String folder) throws ProtocolException {
        selected = null;
        MailboxInfo info = examine(folder);
        exists = Math.max(0, info.total);
        news = false;
        Selected opened = new Selected(folder, info.uidvalidity, info.uidnext, info.highestmodseq);
        selected = opened;
        return opened;
    }

    private MailboxInfo examine(String folder) throws ProtocolException {
        try {
            return protocol.examine(folder, can("CONDSTORE") ? ResyncData.CONDSTORE : null);
        } catch (CommandFailedException e) {
            throw new FolderException(folder, e);
        }
    }

    /** Whether this folder is open. */
    public boolean isOpen(String folder) {
        Selected current = selected;
        return current != null && current.folder().equals(folder);
    }

    /** What a folder that is not open holds: UIDVALIDITY and UIDNEXT; null where the server does not tell. */
    public @Nullable Selected status(String folder) throws ProtocolException {
        try {
            Status status = protocol.status(folder, new String[] {"UIDVALIDITY", "UIDNEXT"});
            return status == null ? null : new Selected(folder, status.uidvalidity, status.uidnext, -1);
        } catch (CommandFailedException e) {
            return null;
        }
    }

    /** The UIDs that match, in order. */
    public List<Long> search(Argument terms) throws ProtocolException {
        List<Long> uids = new ArrayList<>();
        for (Response response : command("UID SEARCH", terms)) {
            if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
                long uid = imap.readLong();
                while (uid > 0) {
                    uids.add(uid);
                    uid = imap.readLong();
                }
            }
        }
        return uids.stream().distinct().sorted().toList();
    }

    /**
     * Fetches.
     *
     * @param uids a UID set, such as {@code 5,7:9}
     * @param items what, such as {@code (UID FLAGS)}
     * @return the answers that could be read; one may be missing although the mail is there
     */
    public List<FetchResponse> fetch(String uids, String items) throws ProtocolException {
        List<FetchResponse> answers = new ArrayList<>();
        for (Response response : command("UID FETCH " + uids + " " + items, null)) {
            if (response instanceof FetchResponse fetch) {
                answers.add(fetch);
            }
        }
        return answers;
    }

    private Response[] command(String command, @Nullable Argument arguments) throws ProtocolException {
        Response[] responses = protocol.command(command, arguments);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    /** All folders. */
    public List<ListInfo> folders() throws ProtocolException {
        ListInfo[] found = protocol.list("", "*");
        return found == null ? List.of() : List.of(found);
    }

    /** What stands before the names of the user's own folders. */
    public String prefix() throws ProtocolException {
        Namespaces spaces = can("NAMESPACE") ? protocol.namespace() : null;
        return spaces == null || spaces.personal == null || spaces.personal.length == 0
                ? ""
                : spaces.personal[0].prefix;
    }

    /** Makes a folder. */
    public void create(String folder) throws ProtocolException {
        protocol.create(folder);
    }

    /** Puts a mail into a folder, as read. */
    public void append(String folder, byte[] mail, Date date) throws ProtocolException {
        Argument arguments = new Argument();
        arguments.writeString(BASE64MailboxEncoder.encode(folder));
        arguments.writeAtom("(\\Seen)");
        arguments.writeString(INTERNALDATE.format(date));
        arguments.writeBytes(mail);
        command("APPEND", arguments);
    }

    /**
     * Whether something came into the open folder since this was last asked. Flags that changed count, mails that went do
     * not.
     */
    public boolean takeNews() {
        boolean was = news;
        news = false;
        return was;
    }

    /** Whether the server can tell news by itself. */
    public boolean canIdle() {
        return can("IDLE");
    }

    /**
     * Waits until something comes into the open folder (RFC 2177), at most {@code longest}. The connection's read time-out
     * is how often this looks at the clock.
     */
    public void idle(Duration longest, Duration answer) throws IOException, ProtocolException {
        idling = true;
        try {
            protocol.idleStart();
            awaitNews(longest, answer);
        } finally {
            idling = false;
        }
    }

    private void awaitNews(Duration longest, Duration answer) throws IOException, ProtocolException {
        long end = System.nanoTime() + longest.toNanos();
        boolean leaving = false;
        while (true) {
            if (!leaving && (news || System.nanoTime() - end >= 0)) {
                protocol.idleAbort();
                leaving = true;
                end = System.nanoTime() + answer.toNanos();
            }
            Response response = protocol.readIdleResponse();
            if (response == null) {
                return;
            } else if (isTick(response)) {
                if (leaving && System.nanoTime() - end >= 0) {
                    throw new SocketTimeoutException("no answer to the end of IDLE");
                }
            } else if (!protocol.processIdleResponse(response)) {
                return;
            }
        }
    }

    private static boolean isTick(Response response) {
        return response.isBYE()
                && response.isSynthetic()
                && response.getException() instanceof SocketTimeoutException timeout
                && timeout.bytesTransferred == 0;
    }

    private void notice(@Nullable Response response) {
        if (response instanceof IMAPResponse imap) {
            if (imap.keyEquals("EXISTS")) {
                news |= imap.getNumber() > exists;
                exists = imap.getNumber();
            } else if (imap.keyEquals("EXPUNGE")) {
                exists = Math.max(0, exists - 1);
            } else if (imap instanceof FetchResponse fetch && isUnasked(fetch)) {
                news = true;
            }
        }
    }

    /** Only answers to our own commands carry a UID. */
    private boolean isUnasked(FetchResponse fetch) {
        return idling || item(fetch, UID.class) == null;
    }

    /** The first part of an answer of this kind; null where it has none. */
    public static <T extends Item> @Nullable T item(FetchResponse answer, Class<T> kind) {
        for (int i = 0; i < answer.getItemCount(); i++) {
            if (kind.isInstance(answer.getItem(i))) {
                return kind.cast(answer.getItem(i));
            }
        }
        return null;
    }

    /** Ends the connection at once. */
    @Override
    public void close() {
        protocol.disconnect();
    }
}
