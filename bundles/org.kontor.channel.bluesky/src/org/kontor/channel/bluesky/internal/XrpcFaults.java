package org.kontor.channel.bluesky.internal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.Faults;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.RateBroker;
import org.kontor.channel.http.RateReader;

/** Classes what a server refuses, by its error code and status, never by its words. */
final class XrpcFaults {
    /** The session is over; the same call with a new access token may succeed. */
    static final Set<String> STALE = Set.of("ExpiredToken", "InvalidToken");

    private static final Set<String> SIGN_IN = Set.of("AuthenticationRequired", "AuthMissing", "AuthRequired");
    /** The platform's moderators or the owner have shut the account. */
    private static final Set<String> SHUT = Set.of(
            "AccountTakedown",
            "AccountTakenDown",
            "AccountSuspended",
            "AccountDeactivated",
            "RepoTakendown",
            "RepoSuspended",
            "RepoDeactivated");

    private static final Set<String> PASSING = Set.of("UpstreamFailure", "UpstreamTimeout", "NotEnoughResources");
    private static final Set<String> NOT_THIS_SERVER =
            Set.of("XRPCNotSupported", "MethodNotImplemented", "InvalidResponse");
    private static final int LONGEST_DETAIL = 200;

    private XrpcFaults() {}

    static Fault of(
            HttpCall call, HttpAnswer.Response response, String error, String message, RateReader rates, Instant now) {
        int status = response.status();
        String detail = detail(call, status, error, message);
        if (status == 429 || error.equals("RateLimitExceeded")) {
            return Fault.rate(detail, retryAt(response, rates, now));
        }
        if (SHUT.contains(error)) {
            return Fault.of(FaultKind.PERMISSION, detail);
        }
        if (error.equals("AuthFactorTokenRequired")) {
            return Fault.ofSetting(
                    FaultKind.AUTH,
                    BlueskySettings.PASSWORD,
                    "the account's own password needs a code by mail; use an app password");
        }
        if (status == 401 || SIGN_IN.contains(error) || STALE.contains(error)) {
            return Fault.ofSetting(FaultKind.AUTH, BlueskySettings.PASSWORD, detail);
        }
        if (PASSING.contains(error)) {
            return Fault.of(FaultKind.TRANSIENT, detail);
        }
        if (NOT_THIS_SERVER.contains(error) || status == 404 && error.isEmpty() || status == 405 || status / 100 == 3) {
            return Fault.ofSetting(FaultKind.SETTINGS, BlueskySettings.SERVICE, detail);
        }
        Fault byStatus = Faults.ofStatus(response, now);
        return new Fault(byStatus.kind(), detail, null, byStatus.retryAt());
    }

    private static @Nullable Instant retryAt(HttpAnswer.Response response, RateReader rates, Instant now) {
        return Faults.retryAfter(response, now)
                .or(() ->
                        rates.read(response, now).map(RateBroker.State::resetAt).filter(now::isBefore))
                .orElse(null);
    }

    private static String detail(HttpCall call, int status, String error, String message) {
        String said = (error + (error.isEmpty() || message.isEmpty() ? "" : ": ") + message).replaceAll("\\s+", " ");
        String whole = call.label() + ": " + (said.isEmpty() ? "HTTP " + status : said + " (HTTP " + status + ")");
        return whole.length() > LONGEST_DETAIL ? whole.substring(0, LONGEST_DETAIL) : whole;
    }
}
