package org.kontor.channel.bluesky.internal;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.FetchesAttachments.Fetched;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.WebAddress;

/** Fetches pictures from where their author keeps them: the DID names the server, the server gives the blob. */
final class Blobs {
    private static final String GET = "com.atproto.sync.getBlob";

    private final AccountContext account;
    private final AccountHttp http;
    private final Xrpc xrpc;
    private final InstantSource clock;

    Blobs(AccountContext account, AccountHttp http, Xrpc xrpc, InstantSource clock) {
        this.account = account;
        this.http = http;
        this.xrpc = xrpc;
        this.clock = clock;
    }

    Fetched fetch(AttachmentRef attachment, long maxBytes, IProgressMonitor monitor) {
        Long size = attachment.size();
        if (size != null && size > maxBytes) {
            return tooLong(maxBytes);
        }
        int slash = attachment.locator().indexOf('/');
        if (slash < 1) {
            return failed(FaultKind.PERMANENT, "this attachment has no place to fetch it from");
        }
        String did = attachment.locator().substring(0, slash);
        String cid = attachment.locator().substring(slash + 1);
        Reply document = document(did, monitor);
        if (!(document instanceof Reply.Ok ok)) {
            return new Fetched.Failed(Reply.fault(document));
        }
        Optional<URI> pds = Tokens.pds(ok.json()).filter(this::allowed);
        if (pds.isEmpty()) {
            return failed(FaultKind.PERMANENT, "the author's server is not known");
        }
        HttpCall call = Xrpc.query(pds.get(), GET, Map.of("did", List.of(did), "cid", List.of(cid)))
                .as(Urgency.INTERACTIVE)
                .atMost(maxBytes);
        return switch (http.call(call, monitor)) {
            case HttpAnswer.Response response ->
                response.good()
                        ? new Fetched.Content(response.body())
                        : new Fetched.Failed(response.fault(clock.instant()));
            case HttpAnswer.NotSent not -> new Fetched.Failed(not.fault());
            case HttpAnswer.Unknown unknown ->
                unknown.fault().kind() == FaultKind.PROTOCOL ? tooLong(maxBytes) : new Fetched.Failed(unknown.fault());
        };
    }

    /** A DID document; {@code did:plc} from the directory, {@code did:web} from the host it names. */
    private Reply document(String did, IProgressMonitor monitor) {
        try {
            URI address;
            if (did.startsWith("did:plc:")) {
                address = URI.create(BlueskySettings.directory(account) + "/" + did);
            } else if (did.startsWith("did:web:") && !did.substring(8).contains(":")) {
                address = URI.create("https://" + did.substring(8).replace("%3A", ":") + "/.well-known/did.json");
            } else {
                return new Reply.NotSent(Fault.of(FaultKind.PERMANENT, "an identity of an unknown kind"));
            }
            return xrpc.call(HttpCall.get("did", address).as(Urgency.INTERACTIVE), monitor);
        } catch (IllegalArgumentException e) {
            return new Reply.NotSent(
                    Fault.ofSetting(FaultKind.SETTINGS, BlueskySettings.DIRECTORY, String.valueOf(e.getMessage())));
        }
    }

    /** A stranger's document must not send us to a service of this machine, unless all the network runs here. */
    private boolean allowed(URI pds) {
        return !WebAddress.loopback(pds.getHost())
                || WebAddress.loopback(BlueskySettings.service(account).getHost());
    }

    private static Fetched tooLong(long maxBytes) {
        return failed(FaultKind.PERMANENT, "the attachment has more than " + maxBytes + " bytes");
    }

    private static Fetched failed(FaultKind kind, String detail) {
        return new Fetched.Failed(Fault.of(kind, detail));
    }
}
