package org.kontor.channel.mail.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.MailSettings.SentCopy;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.Envelope.Folder;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.wire.Calls;
import org.kontor.channel.mail.internal.wire.CommitGate;
import org.kontor.channel.mail.internal.wire.Diagnosis;
import org.kontor.channel.mail.internal.wire.ImapLink;
import org.kontor.channel.mail.internal.wire.SmtpLink;
import org.kontor.channel.mail.internal.wire.SmtpLink.Outcome;
import org.kontor.channel.mail.internal.write.MailWriter;
import org.kontor.channel.mail.internal.write.UnsendableException;

/** Sends mails and puts their copies into the folder of sent mails. */
final class Dispatch {
    /** How long a server may take to say whether it took a mail, once someone wants to stop. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(10);

    private static final int REMEMBERED = 1000;
    private static final int KEPT_COPIES = 20;

    private final AccountContext context;
    private final MailSettings settings;
    private final Means means;
    private final Line line;
    private final Calls calls;
    private final Map<String, Integer> certainlyNotTaken = new LinkedHashMap<>();
    private final Deque<Copy> copies = new ArrayDeque<>();

    Dispatch(AccountContext context, MailSettings settings, Means means, Line line, Calls calls) {
        this.context = context;
        this.settings = settings;
        this.means = means;
        this.line = line;
        this.calls = calls;
    }

    /** A sent mail that belongs into the folder of sent mails. */
    private record Copy(String key, byte[] mail, Instant at) {}

    /** Sends; see {@code ChannelSession.send}. */
    Sent send(Attempt attempt, IProgressMonitor monitor) {
        MailWriter.Ready mail;
        try {
            mail = new MailWriter(settings.identity(), settings.displayName()).write(attempt);
        } catch (UnsendableException e) {
            return new Sent.Refused(e.fault());
        }
        return switch (submit(mail, monitor)) {
            case Outcome.Taken taken -> accepted(attempt, mail, monitor);
            case Outcome.Refused refused -> {
                remember(attempt.key());
                yield new Sent.Refused(refused.fault());
            }
            case Outcome.Unknown unknown -> new Sent.Unknown(unknown.detail());
        };
    }

    private Outcome submit(MailWriter.Ready mail, IProgressMonitor monitor) {
        CommitGate gate = new CommitGate();
        try {
            return calls.run(monitor, () -> handIn(mail, gate), () -> gate.cancel() ? Duration.ZERO : LAST_ANSWER);
        } catch (CancellationException e) {
            return gate.committed()
                    ? new Outcome.Unknown("stopped while the server had not yet said whether it took the mail")
                    : new Outcome.Refused(Fault.of(FaultKind.TRANSIENT, "stopped before the mail was handed over"));
        } catch (Exception e) {
            Fault fault = Diagnosis.of(e, settings.smtp()).fault();
            return gate.committed() ? new Outcome.Unknown(fault.detail()) : new Outcome.Refused(fault);
        }
    }

    private Outcome handIn(MailWriter.Ready mail, CommitGate gate) throws Exception {
        String password = context.secret(settings.smtp().passwordSetting()).orElse(null);
        SmtpLink link = SmtpLink.open(settings.smtp(), password, means.reach(), means.timing());
        try {
            return link.submit(mail.sender(), mail.recipients(), mail.bytes(), gate);
        } finally {
            link.quit();
        }
    }

    private Sent accepted(Attempt attempt, MailWriter.Ready mail, IProgressMonitor monitor) {
        Instant now = means.clock().instant();
        if (settings.sentCopy() != SentCopy.NEVER) {
            synchronized (copies) {
                copies.add(new Copy(attempt.key(), mail.copy(), now));
                while (copies.size() > KEPT_COPIES) {
                    copies.removeFirst();
                }
            }
            keepCopies(monitor);
        }
        Envelope envelope = new Envelope(Folder.SENT, attempt.queuedAt(), mail.bytes().length, true);
        RawEvent receipt = MailReader.event(envelope, mail.bytes(), Origin.RECEIPT);
        return new Sent.Accepted(new ExternalId(attempt.key()), now, Optional.of(receipt));
    }

    /** Puts waiting copies into the folder. One that cannot be put there now waits for the next send. */
    private void keepCopies(IProgressMonitor monitor) {
        try {
            calls.run(
                    monitor,
                    () -> line.use(link -> {
                        putCopies(link);
                        return true;
                    }));
        } catch (CancellationException e) {
            means.log().info("mail: stopped before the copy of a sent mail was kept");
        } catch (Exception e) {
            means.log()
                    .warn(
                            "mail: a sent mail could not be copied to the folder of sent mails: {}",
                            Diagnosis.of(e, settings.imap()).fault().kind());
        }
    }

    private void putCopies(ImapLink link) throws Exception {
        if (settings.sentCopy() == SentCopy.AUTO && savesByItself(link)) {
            synchronized (copies) {
                copies.clear();
            }
            return;
        }
        String folder = SentFolder.findOrCreate(link, settings);
        Lookup lookup = new Lookup(settings);
        while (true) {
            Copy copy;
            synchronized (copies) {
                copy = copies.peekFirst();
            }
            if (copy == null) {
                return;
            }
            link.reopen(folder);
            if (!lookup.isThere(link, copy.key())) {
                link.append(folder, copy.mail(), Date.from(copy.at()));
            }
            synchronized (copies) {
                copies.remove(copy);
            }
        }
    }

    /** Gmail and Microsoft keep what they are handed; they do so a moment later, so looking for the copy tells nothing. */
    private boolean savesByItself(ImapLink link) {
        String host = settings.imap().host().toLowerCase(Locale.ROOT);
        return link.can("X-GM-EXT-1") || host.endsWith(".office365.com") || host.endsWith(".outlook.com");
    }

    private void remember(String key) {
        synchronized (certainlyNotTaken) {
            certainlyNotTaken.merge(key, 1, Integer::sum);
            if (certainlyNotTaken.size() > REMEMBERED) {
                certainlyNotTaken.remove(certainlyNotTaken.keySet().iterator().next());
            }
        }
    }

    /** Whether this session made every try of this reply itself and saw each end before the mail was handed over. */
    boolean wasNeverHandedOver(Attempt attempt) {
        synchronized (certainlyNotTaken) {
            return certainlyNotTaken.getOrDefault(attempt.key(), 0) >= attempt.number();
        }
    }
}
