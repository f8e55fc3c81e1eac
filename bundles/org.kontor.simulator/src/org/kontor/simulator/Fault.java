package org.kontor.simulator;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault that a server of the world shows to its clients for the next matching requests.
 *
 * <p>What a request is: on Bluesky one HTTP request, named by its method such as {@code com.atproto.repo.createRecord}; on
 * SMTP one command, named {@code EHLO}, {@code AUTH}, {@code MAIL}, {@code RCPT}, {@code DATA}, or {@code .} for the end of
 * the message text; on IMAP one command such as {@code FETCH} or {@code UID FETCH}. On SMTP and IMAP {@code CONNECT} names the
 * connection itself, before the greeting.
 *
 * @param wire whose clients see it
 * @param kind what they see
 * @param match part of the request's name, case ignored; empty matches every request (on SMTP only {@code .})
 * @param times how many matching requests see it
 * @param skip how many matching requests pass unharmed before
 * @param status HTTP status or SMTP reply code, for {@link Kind#STATUS}
 * @param retryAfter value of a Retry-After header, for {@link Kind#STATUS} on Bluesky
 * @param delay how long the request is held, for {@link Kind#DELAY}; also before any other kind takes effect
 * @param bytes how much of the answer still arrives, for {@link Kind#CUT_DURING}
 * @param text error name or reply text for {@link Kind#STATUS}
 */
public record Fault(
        Wire wire,
        Kind kind,
        String match,
        int times,
        int skip,
        int status,
        @Nullable Duration retryAfter,
        Duration delay,
        int bytes,
        @Nullable String text) {

    /** The protocols on which faults can be shown. */
    public enum Wire {
        BLUESKY,
        SMTP,
        IMAP;

        /** The name used in the control interface. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a client sees. */
    public enum Kind {
        /** an error instead of an answer; the request is not handled */
        STATUS,
        /** a late answer */
        DELAY,
        /** the connection is cut, the request is not handled */
        CUT_BEFORE,
        /** the request is handled, then the connection is cut instead of the answer */
        CUT_AFTER,
        /** the request is handled, then the connection is cut in the middle of the answer */
        CUT_DURING,
        /** Bluesky: the answer is not JSON */
        BROKEN_JSON,
        /** Bluesky: the answer holds fields and types that no schema knows */
        UNKNOWN_FIELDS,
        /** Bluesky: the items of a list come twice */
        DUPLICATES,
        /** Bluesky: the items of a list come in another order */
        REORDER,
        /** Bluesky: every second item of a list is left out */
        OMIT;

        /** The name used in the control interface, such as {@code cut-before}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, not " + times);
        }
        if (skip < 0 || bytes < 0 || delay.isNegative()) {
            throw new IllegalArgumentException("skip, bytes and delay must not be negative");
        }
        if (kind.ordinal() > Kind.CUT_DURING.ordinal() && wire != Wire.BLUESKY) {
            throw new IllegalArgumentException("kind " + kind.key() + " exists on bluesky only, not on " + wire.key());
        }
    }

    /** A fault for the next request on a wire. */
    public static Fault next(Wire wire, Kind kind) {
        int status = wire == Wire.SMTP ? 451 : 500;
        return new Fault(wire, kind, "", 1, 0, status, null, Duration.ZERO, 0, null);
    }

    /** An HTTP error for the next request to the Bluesky server. */
    public static Fault http(int status) {
        return next(Wire.BLUESKY, Kind.STATUS).withStatus(status);
    }

    /** The same for requests whose name holds that text. */
    public Fault on(String value) {
        return new Fault(wire, kind, value, times, skip, status, retryAfter, delay, bytes, text);
    }

    /** The same for so many requests. */
    public Fault times(int value) {
        return new Fault(wire, kind, match, value, skip, status, retryAfter, delay, bytes, text);
    }

    /** The same after so many unharmed requests. */
    public Fault afterSkipping(int value) {
        return new Fault(wire, kind, match, times, value, status, retryAfter, delay, bytes, text);
    }

    /** The same with that HTTP status or SMTP reply code. */
    public Fault withStatus(int value) {
        return new Fault(wire, kind, match, times, skip, value, retryAfter, delay, bytes, text);
    }

    /** The same with a Retry-After header. */
    public Fault withRetryAfter(@Nullable Duration value) {
        return new Fault(wire, kind, match, times, skip, status, value, delay, bytes, text);
    }

    /** The same after that time. */
    public Fault withDelay(Duration value) {
        return new Fault(wire, kind, match, times, skip, status, retryAfter, value, bytes, text);
    }

    /** The same with so many bytes of the answer before the cut. */
    public Fault withBytes(int value) {
        return new Fault(wire, kind, match, times, skip, status, retryAfter, delay, value, text);
    }

    /** The same with an error name or reply text. */
    public Fault withText(@Nullable String value) {
        return new Fault(wire, kind, match, times, skip, status, retryAfter, delay, bytes, value);
    }
}
