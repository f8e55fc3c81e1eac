package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Sent;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.Json;

/**
 * Sends replies and reads undecided ones back. The record's key is chosen before the first try, so a reply can exist only
 * once, and a look under its key tells whether it does. A record is only ever created, never put: a put would overwrite.
 */
final class Sending {
    private final Api api;
    private final Posters posters;
    private final List<String> languages;
    private final InstantSource clock;

    /** Whether a post may be answered. */
    interface Posters {
        /** Why not; empty if it may. */
        Optional<Fault> complaint(String uri, IProgressMonitor monitor);
    }

    /** Ends a preparation; caught by {@link #send} alone. */
    private static final class NotReady extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        NotReady(Fault fault) {
            super(fault.detail());
            this.fault = fault;
        }
    }

    Sending(Api api, Posters posters, List<String> languages, InstantSource clock) {
        this.api = api;
        this.posters = posters;
        this.languages = languages;
        this.clock = clock;
    }

    Sent send(Attempt attempt, IProgressMonitor monitor) {
        Optional<Fault> wrong = Posts.complaint(attempt.reply());
        Optional<ReplyTarget> target = ReplyTarget.parse(attempt.reply().replyTarget());
        if (wrong.isPresent() || target.isEmpty()) {
            return new Sent.Refused(wrong.orElseThrow());
        }
        if (attempt.number() > 1) {
            switch (find(attempt, monitor)) {
                case Found.Present present -> {
                    return new Sent.Accepted(present.id(), present.at(), present.receipt());
                }
                case Found.CannotTell cannot -> {
                    return new Sent.Refused(Fault.of(FaultKind.PERMANENT, cannot.detail()));
                }
                case Found.Failed failed -> {
                    return new Sent.Unknown("an earlier try could not be read back: "
                            + failed.fault().detail());
                }
                case Found.Absent absent -> {
                    // Safe to send.
                }
            }
        }
        ObjectNode record;
        try {
            record = prepared(attempt, target.get(), monitor);
        } catch (NotReady e) {
            return new Sent.Refused(e.fault);
        }
        Reply reply = api.create(did -> creation(did, attempt.key(), record), monitor);
        return switch (reply) {
            case Reply.Ok ok -> accepted(ok.json(), record, attempt, monitor);
            case Reply.NotSent not -> new Sent.Refused(not.fault());
            case Reply.Unknown unknown -> new Sent.Unknown(unknown.fault().detail());
            // A PDS answers 500 to a key that is taken, and a gateway may give up on a server that goes on.
            case Reply.Refused refused when refused.serverFailed() -> decided(attempt, refused.fault(), monitor);
            case Reply.Refused refused -> new Sent.Refused(refused.fault());
        };
    }

    private static ObjectNode creation(String did, String key, ObjectNode record) {
        ObjectNode input =
                Json.object().put("repo", did).put("collection", AtUri.POST).put("rkey", key);
        input.set("record", record);
        return input;
    }

    /** Everything that can be refused without harm comes before the one call that counts. */
    private ObjectNode prepared(Attempt attempt, ReplyTarget target, IProgressMonitor monitor) throws NotReady {
        Optional<Fault> shut = posters.complaint(target.parent().uri(), monitor);
        if (shut.isPresent()) {
            throw new NotReady(shut.get());
        }
        Map<String, String> dids = new HashMap<>();
        for (String handle : RichText.mentions(attempt.reply().text())) {
            resolve(handle, monitor).ifPresent(did -> dids.put(handle, did));
        }
        List<JsonNode> blobs = new ArrayList<>();
        for (OutgoingAttachment attachment : attempt.reply().attachments()) {
            blobs.add(blob(attachment, monitor));
        }
        return Posts.record(attempt, target, dids, blobs, languages);
    }

    /** The DID of a handle; empty if nobody has it: then the text simply stays text. */
    private Optional<String> resolve(String handle, IProgressMonitor monitor) throws NotReady {
        Reply reply = api.query(
                "com.atproto.identity.resolveHandle", Map.of("handle", List.of(handle)), Urgency.REPLY, monitor);
        if (reply instanceof Reply.Ok ok) {
            String did = Json.textOr("", ok.json(), "did");
            return did.startsWith("did:") ? Optional.of(did) : Optional.empty();
        }
        if (reply instanceof Reply.Refused refused && refused.fault().kind() == FaultKind.PERMANENT) {
            return Optional.empty();
        }
        throw new NotReady(Reply.fault(reply));
    }

    /** Blobs are named by their content, so uploading one again does no harm. */
    private JsonNode blob(OutgoingAttachment attachment, IProgressMonitor monitor) throws NotReady {
        Reply reply = api.upload(attachment.content(), attachment.mediaType(), monitor);
        if (!(reply instanceof Reply.Ok ok)) {
            throw new NotReady(Reply.fault(reply));
        }
        JsonNode blob = ok.json().path("blob");
        if (!blob.isObject()) {
            throw new NotReady(Fault.of(FaultKind.PROTOCOL, "uploadBlob answered without a blob"));
        }
        return blob;
    }

    private Sent accepted(JsonNode answer, ObjectNode record, Attempt attempt, IProgressMonitor monitor) {
        String uri = Json.text(answer, "uri");
        String cid = Json.text(answer, "cid");
        if (uri == null || cid == null || AtUri.parse(uri).isEmpty()) {
            return decided(attempt, Fault.of(FaultKind.PROTOCOL, "createRecord answered without address"), monitor);
        }
        ObjectNode shown = Json.object().put("uri", uri).put("cid", cid);
        shown.set("value", record);
        return new Sent.Accepted(new ExternalId(uri), clock.instant(), Optional.of(receipt(shown, uri)));
    }

    /** After an answer that tells nothing: what stands under the key decides. */
    private Sent decided(Attempt attempt, Fault fault, IProgressMonitor monitor) {
        return switch (find(attempt, monitor)) {
            case Found.Present present -> new Sent.Accepted(present.id(), present.at(), present.receipt());
            case Found.CannotTell cannot -> new Sent.Refused(Fault.of(FaultKind.PERMANENT, cannot.detail()));
            // The server may still be at it: only a later look is safe.
            case Found.Absent absent -> new Sent.Unknown(fault.detail());
            case Found.Failed failed -> new Sent.Unknown(fault.detail());
        };
    }

    Found find(Attempt attempt, IProgressMonitor monitor) {
        SignIn.Outcome session = api.session(monitor);
        if (!(session instanceof SignIn.Outcome.In in)) {
            return new Found.Failed(SignIn.fault(session));
        }
        Map<String, List<String>> parameters = Map.of(
                "repo", List.of(in.tokens().did()),
                "collection", List.of(AtUri.POST),
                "rkey", List.of(attempt.key()));
        Reply reply = api.query("com.atproto.repo.getRecord", parameters, Urgency.REPLY, monitor);
        if (reply instanceof Reply.Refused refused && refused.error().equals("RecordNotFound")) {
            return new Found.Absent();
        }
        if (!(reply instanceof Reply.Ok ok)) {
            return new Found.Failed(Reply.fault(reply));
        }
        String uri = Json.text(ok.json(), "uri");
        if (uri == null
                || AtUri.parse(uri).isEmpty()
                || !ok.json().path("value").isObject()) {
            return new Found.Failed(Fault.of(FaultKind.PROTOCOL, "getRecord answered without a record"));
        }
        return Posts.same(ok.json().path("value"), attempt.reply())
                ? new Found.Present(new ExternalId(uri), attempt.queuedAt(), Optional.of(receipt(ok.json(), uri)))
                : new Found.CannotTell("another post stands under the key of this reply");
    }

    private static RawEvent receipt(JsonNode shown, String uri) {
        String did = AtUri.parse(uri).map(AtUri::did).orElse("");
        return Events.record(shown, did, Origin.RECEIPT);
    }
}
