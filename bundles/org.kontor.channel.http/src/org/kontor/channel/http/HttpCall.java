package org.kontor.channel.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request. It carries secrets (headers, parts of the address), so it prints only its label and host.
 *
 * @param label what logs call it, such as the method's name on the platform; no secret, no personal data
 * @param method in upper case
 * @param address https, or http on a loopback host
 * @param headers what the platform asks for; User-Agent is set for all
 * @param mediaType of the body; null where there is none
 * @param body callers must not change the array; null where there is none
 * @param urgency decides who goes first where the rate limit is nearly used up
 * @param bucket which of the platform's limits it counts against
 * @param cost how many points of that limit
 * @param timeout for the whole call; each try of a read has its own
 * @param maxBytes a longer answer is a fault
 */
public record HttpCall(
        String label,
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String mediaType,
        byte @Nullable [] body,
        Urgency urgency,
        RateBroker.Bucket bucket,
        int cost,
        Duration timeout,
        long maxBytes) {
    /** Who waits when not all can go. */
    public enum Urgency {
        /** An agent's reply: may use the last of a limit. */
        REPLY,
        /** Someone waits for it: context, health, an attachment. */
        INTERACTIVE,
        /** Reading what is new; comes again anyway. */
        POLL
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long MAX_BYTES = 16L << 20;

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A read. */
    public static HttpCall get(String label, URI address) {
        return new HttpCall(
                label,
                "GET",
                address,
                Map.of(),
                null,
                null,
                Urgency.POLL,
                RateBroker.Bucket.SHARED,
                1,
                TIMEOUT,
                MAX_BYTES);
    }

    /**
     * A write.
     *
     * @param mediaType null for an empty body: some servers want one for the other
     */
    public static HttpCall post(String label, URI address, @Nullable String mediaType, byte[] body) {
        return new HttpCall(
                label,
                "POST",
                address,
                Map.of(),
                mediaType,
                body,
                Urgency.REPLY,
                RateBroker.Bucket.SHARED,
                1,
                TIMEOUT,
                MAX_BYTES);
    }

    /** The same with a header more. */
    public HttpCall with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new HttpCall(label, method, address, more, mediaType, body, urgency, bucket, cost, timeout, maxBytes);
    }

    /** The same with another urgency. */
    public HttpCall as(Urgency other) {
        return new HttpCall(label, method, address, headers, mediaType, body, other, bucket, cost, timeout, maxBytes);
    }

    /** The same, counting against another limit. */
    public HttpCall against(RateBroker.Bucket other, int points) {
        return new HttpCall(
                label, method, address, headers, mediaType, body, urgency, other, points, timeout, maxBytes);
    }

    /** The same with another time-out. */
    public HttpCall within(Duration other) {
        return new HttpCall(label, method, address, headers, mediaType, body, urgency, bucket, cost, other, maxBytes);
    }

    /** The same with another limit of the answer's size. */
    public HttpCall atMost(long bytes) {
        return new HttpCall(label, method, address, headers, mediaType, body, urgency, bucket, cost, timeout, bytes);
    }

    /** Whether it only reads and may be repeated. */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public String toString() {
        return method + " " + label + " on " + address.getHost();
    }
}
