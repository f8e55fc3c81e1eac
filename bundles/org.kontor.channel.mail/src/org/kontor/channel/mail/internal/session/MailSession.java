package org.kontor.channel.mail.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.EventSink;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.FetchesAttachments;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Listens;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.read.Envelope.Folder;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.session.MailCursor.Place;
import org.kontor.channel.mail.internal.wire.Calls;
import org.kontor.channel.mail.internal.wire.Diagnosis;
import org.kontor.channel.mail.internal.wire.ImapLink;
import org.kontor.channel.mail.internal.write.Keys;

/**
 * A mailbox at work. Two IMAP connections are kept at most: one that receives, one for what has to do with sending, so that
 * neither waits for the other.
 */
public final class MailSession implements ChannelSession, Listens, FetchesAttachments {
    /** How often to look where nothing is pushed. */
    public static final Duration POLL_EVERY = Duration.ofMinutes(1);

    private static final Fault STOPPED = Fault.of(FaultKind.TRANSIENT, "stopped");

    private final AccountContext context;
    private final MailSettings settings;
    private final Means means;
    private final Calls calls = new Calls();
    private final Line receiving;
    private final Line sending;
    private final SentFolder sentFolder;
    private final PageReader reader;
    private volatile @Nullable PageReader comparing;
    private final Dispatch dispatch;
    private final Recent recent = new Recent();

    /** Opens an account; no I/O. */
    public MailSession(AccountContext context, MailSettings settings, Means means) {
        this.context = context;
        this.settings = settings;
        this.means = means;
        this.receiving = new Line(context, settings, means);
        this.sending = new Line(context, settings, means);
        this.sentFolder = new SentFolder(settings);
        this.reader = new PageReader(settings, means.clock(), means.maxMail(), recent);
        this.dispatch = new Dispatch(context, settings, means, sending, calls);
    }

    @Override
    public Received receive(Cursor since, IProgressMonitor monitor) {
        return page(reader, cursor(since), historyFrom(), Origin.RECEIVED, monitor);
    }

    @Override
    public Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
        PageReader again = comparing;
        if (again == null || page.atStart()) {
            // a reader of its own: it tells again what the other has told, but each only once, or there is no end
            again = new PageReader(settings, means.clock(), means.maxMail(), recent);
            comparing = again;
        }
        return page(again, cursor(page), day(since), Origin.RECONCILED, monitor);
    }

    private Received page(
            PageReader pages, MailCursor cursor, LocalDate since, Origin origin, IProgressMonitor monitor) {
        return reading(receiving, link -> pages.read(link, cursor, sentFolder.over(link), since, origin), monitor);
    }

    @Override
    public Received context(ExternalId message, IProgressMonitor monitor) {
        return reading(
                receiving,
                link -> {
                    List<RawEvent> events = new Lookup(settings).context(link, message.value(), recent);
                    return new Received.Page(events, Cursor.START, false);
                },
                monitor);
    }

    private Received reading(Line line, Line.Use<Received.Page> use, IProgressMonitor monitor) {
        try {
            return calls.run(monitor, () -> line.use(use));
        } catch (CancellationException e) {
            return new Received.Failed(STOPPED);
        } catch (Exception e) {
            return new Received.Failed(fault(e));
        }
    }

    @Override
    public Fault listen(Cursor since, EventSink sink, IProgressMonitor monitor) {
        Cursor at = since;
        while (true) {
            switch (receive(at, monitor)) {
                case Received.Failed failed -> {
                    return failed.fault();
                }
                case Received.Page page -> {
                    if (!page.events().isEmpty() || !page.next().equals(at)) {
                        sink.deliver(page);
                    }
                    at = page.next();
                    if (!page.more()) {
                        sink.alive();
                        Optional<Fault> ended = await(cursor(at), monitor);
                        if (ended.isPresent()) {
                            return ended.get();
                        }
                    }
                }
            }
        }
    }

    /** Waits for news of the inbox; empty when it is time to read. */
    private Optional<Fault> await(MailCursor cursor, IProgressMonitor monitor) {
        try {
            return calls.run(
                    monitor,
                    () -> receiving.use(link -> {
                        await(link, cursor.inbox());
                        return Optional.<Fault>empty();
                    }));
        } catch (CancellationException e) {
            return Optional.of(STOPPED);
        } catch (Exception e) {
            return Optional.of(fault(e));
        }
    }

    private void await(ImapLink link, @Nullable Place place) throws Exception {
        if (!link.canIdle()) {
            Thread.sleep(POLL_EVERY);
            return;
        }
        if (!link.isOpen(settings.inbox())) {
            ImapLink.Selected inbox = link.reopen(settings.inbox());
            if (place == null || inbox.uidNext() < 1 || inbox.uidNext() > place.last() + 1) {
                return;
            }
        }
        link.idle(means.timing().idle(), means.timing().read());
    }

    @Override
    public Fetched fetch(AttachmentRef attachment, RawEvent source, long maxBytes, IProgressMonitor monitor) {
        try {
            Optional<byte[]> bytes = attachment.locator().equals(MailReader.WHOLE)
                    ? calls.run(monitor, () -> sending.use(link -> whole(link, source, maxBytes)))
                    : MailReader.attachment(source, attachment.locator());
            if (bytes.isEmpty()) {
                return failed("the attachment is not there any more");
            }
            return bytes.get().length > maxBytes
                    ? failed("the attachment has more than " + maxBytes + " bytes")
                    : new Fetched.Content(bytes.get());
        } catch (CancellationException e) {
            return new Fetched.Failed(STOPPED);
        } catch (Exception e) {
            return new Fetched.Failed(fault(e));
        }
    }

    private Optional<byte[]> whole(ImapLink link, RawEvent source, long maxBytes) throws Exception {
        String id = source.id().value();
        int colon = id.indexOf(':');
        Folder folder = id.startsWith(Folder.SENT.word() + ":") ? Folder.SENT : Folder.INBOX;
        return new Lookup(settings).whole(link, folder, id.substring(colon + 1), maxBytes);
    }

    private static Fetched failed(String detail) {
        return new Fetched.Failed(Fault.of(FaultKind.PERMANENT, detail));
    }

    @Override
    public String newKey(Outgoing reply, Instant queuedAt) {
        return Keys.make(settings.identity(), queuedAt);
    }

    @Override
    public Sent send(Attempt attempt, IProgressMonitor monitor) {
        return dispatch.send(attempt, monitor);
    }

    @Override
    public Found find(Attempt attempt, IProgressMonitor monitor) {
        if (dispatch.wasNeverHandedOver(attempt)) {
            return new Found.Absent();
        }
        try {
            return calls.run(monitor, () -> sending.use(link -> new Lookup(settings).find(link, attempt)));
        } catch (CancellationException e) {
            return new Found.Failed(STOPPED);
        } catch (Exception e) {
            return new Found.Failed(fault(e));
        }
    }

    @Override
    public Health health(IProgressMonitor monitor) {
        return new HealthCheck(context, settings, means).run(calls, monitor);
    }

    private MailCursor cursor(Cursor cursor) {
        Optional<MailCursor> parsed = MailCursor.parse(cursor);
        if (parsed.isEmpty()) {
            means.log().warn("mail: the cursor cannot be read; the mailbox is read from the beginning of its history");
        }
        return parsed.orElse(MailCursor.START);
    }

    private LocalDate historyFrom() {
        return day(settings.workFrom()).minusDays(PageReader.HISTORY_DAYS);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Fault fault(Exception e) {
        if (e instanceof RuntimeException) {
            // what the library throws when a server's answer makes no sense to it; its message may hold text of a mail
            RuntimeException shown = new IllegalStateException(e.getClass().getName());
            shown.setStackTrace(e.getStackTrace());
            means.log().error("mail: an answer of the IMAP server makes no sense", shown);
            return Fault.of(FaultKind.PROTOCOL, "the answer of the server makes no sense");
        }
        return Diagnosis.of(e, settings.imap()).fault();
    }

    @Override
    public void close() {
        calls.close();
        receiving.close();
        sending.close();
    }
}
