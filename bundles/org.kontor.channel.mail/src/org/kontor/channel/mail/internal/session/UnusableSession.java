package org.kontor.channel.mail.internal.session;

import java.time.Instant;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.EventSink;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FetchesAttachments;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Listens;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.Identity;
import org.kontor.channel.mail.internal.write.Keys;

/** A mailbox whose settings cannot be used: every call says which one and why. */
public final class UnusableSession implements ChannelSession, Listens, FetchesAttachments {
    private final Identity identity;
    private final Fault fault;

    /** A session that only tells {@code fault}. */
    public UnusableSession(Identity identity, Fault fault) {
        this.identity = identity;
        this.fault = fault;
    }

    @Override
    public Received receive(Cursor since, IProgressMonitor monitor) {
        return new Received.Failed(fault);
    }

    @Override
    public Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
        return new Received.Failed(fault);
    }

    @Override
    public Received context(ExternalId message, IProgressMonitor monitor) {
        return new Received.Failed(fault);
    }

    @Override
    public Fault listen(Cursor since, EventSink sink, IProgressMonitor monitor) {
        return fault;
    }

    @Override
    public Fetched fetch(AttachmentRef attachment, RawEvent source, long maxBytes, IProgressMonitor monitor) {
        return new Fetched.Failed(fault);
    }

    @Override
    public String newKey(Outgoing reply, Instant queuedAt) {
        return Keys.make(identity, queuedAt);
    }

    @Override
    public Sent send(Attempt attempt, IProgressMonitor monitor) {
        return new Sent.Refused(fault);
    }

    @Override
    public Found find(Attempt attempt, IProgressMonitor monitor) {
        return new Found.Failed(fault);
    }

    @Override
    public Health health(IProgressMonitor monitor) {
        String setting = fault.setting();
        boolean unprotected = setting != null && setting.endsWith(".security");
        String check = unprotected ? "check.settings.security" : "check.settings";
        return new Health(List.of(Health.Check.failed(check, fault)), null);
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
