package org.kontor.channel.bluesky.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.FetchesAttachments;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.NoticesDeletions;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.Sent;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpClients;
import org.kontor.channel.http.HttpSpec;
import org.osgi.service.log.Logger;

/** An account at work: hands each call to the part that knows how. */
final class BlueskySession implements ChannelSession, FetchesAttachments, NoticesDeletions {
    private final AccountContext account;
    private final AccountHttp http;
    private final Xrpc xrpc;
    private final SignIn signIn;
    private final Api api;
    private final Reading reading;
    private final Looking looking;
    private final Sending sending;
    private final Blobs blobs;

    BlueskySession(AccountContext account, HttpClients clients, Logger logger, InstantSource clock) {
        this.account = account;
        this.http = clients.open(HttpSpec.of("bluesky", account.account().id().toString())
                .blaming(BlueskySettings.SERVICE)
                .reading(Xrpc.RATES));
        this.xrpc = new Xrpc(http, clock);
        this.signIn = new SignIn(account, xrpc, logger, clock);
        this.api = new Api(xrpc, signIn);
        this.reading = new Reading(api, account.account().workFrom(), clock);
        this.looking = new Looking(api);
        this.sending = new Sending(api, looking, BlueskySettings.languages(account), clock);
        this.blobs = new Blobs(account, http, xrpc, clock);
    }

    @Override
    public Received receive(Cursor since, IProgressMonitor monitor) {
        return reading.receive(since, monitor);
    }

    @Override
    public Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
        return reading.reconcile(since, page, monitor);
    }

    @Override
    public Received context(ExternalId message, IProgressMonitor monitor) {
        return looking.context(message, monitor);
    }

    @Override
    public String newKey(Outgoing reply, Instant queuedAt) {
        return Tid.of(queuedAt, reply.parent() + "\n" + reply.text());
    }

    @Override
    public Sent send(Attempt attempt, IProgressMonitor monitor) {
        return sending.send(attempt, monitor);
    }

    @Override
    public Found find(Attempt attempt, IProgressMonitor monitor) {
        return sending.find(attempt, monitor);
    }

    @Override
    public Health health(IProgressMonitor monitor) {
        return new HealthCheck(account, http, xrpc, signIn, api).run(monitor);
    }

    @Override
    public Fetched fetch(AttachmentRef attachment, RawEvent source, long maxBytes, IProgressMonitor monitor) {
        return blobs.fetch(attachment, maxBytes, monitor);
    }

    @Override
    public int batch() {
        return Looking.BATCH;
    }

    @Override
    public Received missing(List<ExternalId> known, IProgressMonitor monitor) {
        return looking.missing(known, monitor);
    }

    @Override
    public void close() {
        http.close();
    }
}
