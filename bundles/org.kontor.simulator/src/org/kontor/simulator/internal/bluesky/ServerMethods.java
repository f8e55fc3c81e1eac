package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.kontor.simulator.internal.journal.Json;

/** Methods about the server and its sessions: {@code com.atproto.server} and {@code com.atproto.identity}. */
final class ServerMethods {

    private final Network network;
    private final Sessions sessions;
    private final String serverDid;
    private final URI service;

    ServerMethods(Network network, Sessions sessions, String serverDid, URI service) {
        this.network = network;
        this.sessions = sessions;
        this.serverDid = serverDid;
        this.service = service;
    }

    void register(Map<String, XrpcMethod> methods) {
        methods.put("com.atproto.server.createSession", this::createSession);
        methods.put("com.atproto.server.refreshSession", request -> session(sessions.refresh(request.bearer())));
        methods.put("com.atproto.server.getSession", request -> XrpcAnswer.of(account(request.caller())));
        methods.put("com.atproto.server.deleteSession", request -> {
            sessions.close(request.bearer());
            return XrpcAnswer.empty();
        });
        methods.put("com.atproto.server.describeServer", request -> describeServer());
        methods.put("com.atproto.identity.resolveHandle", this::resolveHandle);
    }

    private XrpcAnswer createSession(XrpcRequest request) {
        Actor actor = network.find(request.input().path("identifier").asText());
        String password = request.input().path("password").asText();
        if (actor == null || actor.password().isEmpty() || !actor.password().equals(password)) {
            throw XrpcError.authRequired("Invalid identifier or password");
        }
        return session(sessions.open(actor.did()));
    }

    private XrpcAnswer session(Sessions.Tokens tokens) {
        ObjectNode body = account(tokens.did());
        return XrpcAnswer.of(body.put("accessJwt", tokens.accessJwt()).put("refreshJwt", tokens.refreshJwt()));
    }

    private ObjectNode account(String did) {
        Actor actor = network.find(did);
        if (actor == null) {
            throw XrpcError.invalidRequest("Could not find user info for account: " + did);
        }
        ObjectNode body = Json.object().put("did", did).put("handle", actor.handle());
        body.set("didDoc", document(actor));
        return body.put("email", actor.email()).put("emailConfirmed", true).put("active", true);
    }

    /** What the directory says of an account: its handle and its server. */
    ObjectNode document(Actor actor) {
        ObjectNode document = Json.object();
        document.putArray("@context").add("https://www.w3.org/ns/did/v1");
        document.put("id", actor.did());
        document.putArray("alsoKnownAs").add("at://" + actor.handle());
        document.putArray("service")
                .addObject()
                .put("id", "#atproto_pds")
                .put("type", "AtprotoPersonalDataServer")
                .put("serviceEndpoint", service.toString());
        return document;
    }

    private XrpcAnswer describeServer() {
        ObjectNode body = Json.object().put("did", serverDid);
        body.putArray("availableUserDomains").add(".example");
        body.put("inviteCodeRequired", true);
        body.putObject("links");
        body.putObject("contact");
        return XrpcAnswer.of(body);
    }

    private XrpcAnswer resolveHandle(XrpcRequest request) {
        Actor actor = network.find(request.parameter("handle"));
        if (actor == null) {
            throw XrpcError.invalidRequest("Unable to resolve handle");
        }
        return XrpcAnswer.of(Json.object().put("did", actor.did()));
    }
}
