package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.Json;
import org.kontor.channel.http.WebAddress;

/**
 * A session: who we are and the two tokens. Kept as one secret, so that a rotated pair replaces the old one in a single
 * step.
 *
 * @param madeFor a hash of service, handle and password: when one of them changes, the session is not of this account
 * @param did of the account
 * @param handle as the server knows it now
 * @param pds the server that keeps the account
 */
record Tokens(String madeFor, String did, String handle, URI pds, String accessJwt, String refreshJwt) {

    /**
     * Reads the answer of {@code createSession} or {@code refreshSession}; empty if something needed is missing.
     *
     * @param otherwise the PDS where the answer names none, or none that may be called
     */
    static Optional<Tokens> of(JsonNode answer, String madeFor, URI otherwise) {
        String did = Json.text(answer, "did");
        String access = Json.text(answer, "accessJwt");
        String refresh = Json.text(answer, "refreshJwt");
        if (did == null || !did.startsWith("did:") || access == null || refresh == null) {
            return Optional.empty();
        }
        URI pds = pds(answer.path("didDoc")).orElse(otherwise);
        return Optional.of(new Tokens(madeFor, did, Json.textOr("", answer, "handle"), pds, access, refresh));
    }

    /** The PDS that a DID document names, if it may be called. */
    static Optional<URI> pds(JsonNode didDoc) {
        for (JsonNode service : didDoc.path("service")) {
            String id = Json.text(service, "id");
            String endpoint = Json.text(service, "serviceEndpoint");
            if (id != null && id.endsWith("#atproto_pds") && endpoint != null) {
                try {
                    return Optional.of(WebAddress.parse(endpoint));
                } catch (IllegalArgumentException e) {
                    // A document may say anything; an address that must not be called is no address.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    String secret() {
        ObjectNode json = Json.object();
        json.put("madeFor", madeFor).put("did", did).put("handle", handle).put("pds", pds.toString());
        json.put("accessJwt", accessJwt).put("refreshJwt", refreshJwt);
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    static Optional<Tokens> parse(String secret) {
        try {
            JsonNode json = Json.read(secret.getBytes(StandardCharsets.UTF_8));
            String pds = Json.text(json, "pds");
            return pds == null ? Optional.empty() : of(json, Json.textOr("", json, "madeFor"), WebAddress.parse(pds));
        } catch (Json.Broken | IllegalArgumentException e) {
            // Not ours or of another version: sign in anew.
            return Optional.empty();
        }
    }

    /** What the access token allows, such as {@code com.atproto.appPass}; empty where it does not tell. */
    String scope() {
        JsonNode claims = claims(accessJwt);
        return claims == null ? "" : Json.textOr("", claims, "scope");
    }

    /** When the refresh token ends; null where it does not tell. */
    @Nullable
    Instant refreshUntil() {
        JsonNode claims = claims(refreshJwt);
        JsonNode exp = claims == null ? Json.object() : claims.path("exp");
        return exp.canConvertToLong() ? Instant.ofEpochSecond(exp.asLong()) : null;
    }

    private static @Nullable JsonNode claims(String jwt) {
        String[] parts = jwt.split("\\.");
        if (parts.length < 2) {
            return null;
        }
        try {
            return Json.read(Base64.getUrlDecoder().decode(parts[1]));
        } catch (Json.Broken | IllegalArgumentException e) {
            // Tokens are the server's own matter; one that we cannot read is used all the same.
            return null;
        }
    }

    @Override
    public String toString() {
        return "Tokens[" + did + "]";
    }
}
