package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.Settings;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;

/**
 * The tokens of the network's server: signed access tokens that expire, refresh tokens that rotate. Refresh tokens survive a
 * restart, as they do on a real server. Safe for several threads.
 */
public final class Sessions {

    /**
     * What a client gets when it logs in or refreshes.
     *
     * @param did the account
     * @param accessJwt token for requests
     * @param refreshJwt token for the next refresh
     */
    public record Tokens(String did, String accessJwt, String refreshJwt) {}

    private record Refresh(
            String did, Instant expires, @Nullable String next) {}

    private static final String ACCESS = "at+jwt";
    private static final String REFRESH = "refresh+jwt";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Settings settings;
    private final Log log;
    private final String audience;
    private final SecretKeySpec key;
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private int generation;

    /** Sessions of a server with that DID. */
    public Sessions(Settings settings, String serverDid, Log log) {
        this.settings = settings;
        this.log = log;
        audience = serverDid;
        byte[] seed = ("session key " + settings.seed()).getBytes(StandardCharsets.UTF_8);
        key = new SecretKeySpec(Cid.sha256(seed), "HmacSHA256");
    }

    /** Takes over an entry of the journal at the start. */
    public synchronized void replay(Entry entry) {
        ObjectNode data = entry.data();
        switch (entry.kind()) {
            case "auth.refresh" ->
                refreshes.put(
                        Json.required(data, "id"),
                        new Refresh(
                                Json.required(data, "did"),
                                Instant.parse(Json.required(data, "expires")),
                                Json.text(data, "next")));
            case "auth.revoke" -> refreshes.remove(Json.required(data, "id"));
            case "auth.generation" -> generation = data.path("value").asInt();
            default -> throw new IllegalStateException("unknown journal entry " + entry.kind());
        }
    }

    /** Opens a session for an account whose password was right. */
    public synchronized Tokens open(String did) {
        return issue(did, newId(did));
    }

    /**
     * Exchanges a refresh token; the old one may be used for a short while longer and then gives the same new one.
     *
     * @throws XrpcError when the token is none, has expired or was revoked
     */
    public synchronized Tokens refresh(String token) {
        ObjectNode claims = verify(token, REFRESH);
        String id = claims.path("jti").asText();
        Refresh old = refreshes.get(id);
        Instant now = settings.clock().instant();
        if (old == null || !old.expires().isAfter(now)) {
            throw XrpcError.invalid("ExpiredToken", "Token has been revoked");
        }
        Instant grace = now.plus(settings.refreshGrace());
        String known = old.next();
        String next = known == null ? newId(old.did()) : known;
        keep(id, new Refresh(old.did(), grace.isBefore(old.expires()) ? grace : old.expires(), next));
        return issue(old.did(), next);
    }

    /** Ends the session of a refresh token; one that has expired is taken as well. */
    public synchronized void close(String token) {
        String id = decode(token, REFRESH).path("jti").asText();
        refreshes.remove(id);
        log.append(Entry.of("auth.revoke", Json.object().put("id", id)));
    }

    /**
     * The account of an access token.
     *
     * @throws XrpcError when the token is none or has expired
     */
    public synchronized String verifyAccess(String token) {
        return verify(token, ACCESS).path("sub").asText();
    }

    /** Lets all access tokens expire at once. */
    public synchronized void expireAccess() {
        generation++;
        log.append(Entry.of("auth.generation", Json.object().put("value", generation)));
    }

    /** Lets all access and refresh tokens expire at once, so that every client must log in again. */
    public synchronized void expireAll() {
        expireAccess();
        for (String id : refreshes.keySet().toArray(String[]::new)) {
            refreshes.remove(id);
            log.append(Entry.of("auth.revoke", Json.object().put("id", id)));
        }
    }

    private static String newId(String did) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return TEXT.encodeToString(random) + did.substring(did.length() - 4);
    }

    private Tokens issue(String did, String refreshId) {
        Instant now = settings.clock().instant();
        if (!refreshes.containsKey(refreshId)) {
            keep(refreshId, new Refresh(did, now.plus(settings.refreshLifetime()), null));
        }
        ObjectNode access = claims("com.atproto.appPass", did, now, settings.accessLifetime());
        access.put("gen", generation);
        ObjectNode refresh = claims("com.atproto.refresh", did, now, settings.refreshLifetime());
        refresh.put("jti", refreshId);
        return new Tokens(did, sign(ACCESS, access), sign(REFRESH, refresh));
    }

    private ObjectNode claims(String scope, String did, Instant now, Duration lifetime) {
        return Json.object()
                .put("scope", scope)
                .put("aud", audience)
                .put("sub", did)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(lifetime).getEpochSecond());
    }

    private void keep(String id, Refresh refresh) {
        refreshes.put(id, refresh);
        ObjectNode data = Json.object()
                .put("id", id)
                .put("did", refresh.did())
                .put("expires", refresh.expires().toString())
                .put("next", refresh.next());
        log.append(Entry.of("auth.refresh", data));
    }

    private String sign(String type, ObjectNode claims) {
        ObjectNode header = Json.object().put("typ", type).put("alg", "HS256");
        String signed = TEXT.encodeToString(Json.bytes(header)) + "." + TEXT.encodeToString(Json.bytes(claims));
        return signed + "." + TEXT.encodeToString(mac(signed));
    }

    private byte[] mac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private ObjectNode verify(String token, String type) {
        ObjectNode claims = decode(token, type);
        boolean past = settings.clock().instant().getEpochSecond()
                >= claims.path("exp").asLong();
        boolean outdated = claims.path("gen").asInt(generation) != generation;
        if (past || outdated) {
            int status = type.equals(ACCESS) ? settings.expiredStatus() : 400;
            throw new XrpcError(status, "ExpiredToken", "Token has expired");
        }
        return claims;
    }

    private ObjectNode decode(String token, String type) {
        String[] parts = token.split("\\.");
        try {
            byte[] given = parts.length == 3 ? Base64.getUrlDecoder().decode(parts[2]) : new byte[0];
            if (!MessageDigest.isEqual(given, mac(token.substring(0, Math.max(0, token.lastIndexOf('.')))))) {
                throw XrpcError.invalid("InvalidToken", "Token could not be verified");
            }
            JsonNode header = Json.parse(Base64.getUrlDecoder().decode(parts[0]));
            if (!header.path("typ").asText().equals(type)) {
                throw XrpcError.invalid("InvalidToken", "Invalid token type");
            }
            return (ObjectNode) Json.parse(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException e) {
            throw XrpcError.invalid("InvalidToken", "Token could not be verified");
        }
    }
}
