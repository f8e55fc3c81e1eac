package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpCall.Urgency;

/** Calls methods on the account's own server in its name; renews the session where it has grown stale. */
final class Api {
    /** Pictures take longer than posts. */
    private static final Duration UPLOAD = Duration.ofMinutes(2);
    /** A server that ends all sessions may do so between a renewal and its use; one that takes none must not be asked forever. */
    private static final int RENEWALS = 2;

    private final Xrpc xrpc;
    private final SignIn signIn;

    Api(Xrpc xrpc, SignIn signIn) {
        this.xrpc = xrpc;
        this.signIn = signIn;
    }

    SignIn.Outcome session(IProgressMonitor monitor) {
        return signIn.current(monitor);
    }

    Reply query(String method, Map<String, List<String>> parameters, Urgency urgency, IProgressMonitor monitor) {
        return call(tokens -> Xrpc.query(tokens.pds(), method, parameters).as(urgency), monitor);
    }

    /** Creates a record; the repository is filled in by {@code input}, which gets the account's DID. */
    Reply create(Function<String, JsonNode> input, IProgressMonitor monitor) {
        return call(
                tokens -> Xrpc.procedure(tokens.pds(), "com.atproto.repo.createRecord", input.apply(tokens.did()))
                        .against(Xrpc.WRITES, Xrpc.CREATE_POINTS),
                monitor);
    }

    Reply upload(byte[] content, String mediaType, IProgressMonitor monitor) {
        return call(
                tokens -> HttpCall.post(
                                "com.atproto.repo.uploadBlob",
                                URI.create(tokens.pds() + "/xrpc/com.atproto.repo.uploadBlob"),
                                mediaType,
                                content)
                        .within(UPLOAD),
                monitor);
    }

    private Reply call(Function<Tokens, HttpCall> call, IProgressMonitor monitor) {
        return switch (signIn.current(monitor)) {
            case SignIn.Outcome.Out out -> new Reply.NotSent(out.fault());
            case SignIn.Outcome.In in -> call(call, in.tokens(), RENEWALS, monitor);
        };
    }

    private Reply call(Function<Tokens, HttpCall> call, Tokens tokens, int renewals, IProgressMonitor monitor) {
        Reply reply = xrpc.call(Xrpc.signed(call.apply(tokens), tokens.accessJwt()), monitor);
        if (renewals == 0 || !stale(reply)) {
            return reply;
        }
        // A refused token means that nothing was done, so the call may be made again.
        return switch (signIn.renewed(tokens, monitor)) {
            case SignIn.Outcome.Out out -> new Reply.NotSent(out.fault());
            case SignIn.Outcome.In in -> call(call, in.tokens(), renewals - 1, monitor);
        };
    }

    private static boolean stale(Reply reply) {
        return reply instanceof Reply.Refused refused
                && refused.fault().kind() == FaultKind.AUTH
                && (XrpcFaults.STALE.contains(refused.error()) || refused.status() == 401);
    }
}
