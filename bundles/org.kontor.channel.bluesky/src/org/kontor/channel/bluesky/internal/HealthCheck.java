package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.Json;

/** Looks step by step whether the account works. Changes nothing but the session. */
final class HealthCheck {
    private final AccountContext account;
    private final AccountHttp http;
    private final Xrpc xrpc;
    private final SignIn signIn;
    private final Api api;
    private final List<Health.Check> checks = new ArrayList<>();

    HealthCheck(AccountContext account, AccountHttp http, Xrpc xrpc, SignIn signIn, Api api) {
        this.account = account;
        this.http = http;
        this.xrpc = xrpc;
        this.signIn = signIn;
        this.api = api;
    }

    Health run(IProgressMonitor monitor) {
        URI service;
        try {
            service = BlueskySettings.service(account);
        } catch (IllegalArgumentException e) {
            return failed(
                    "check.service",
                    Fault.ofSetting(FaultKind.SETTINGS, BlueskySettings.SERVICE, String.valueOf(e.getMessage())));
        }
        Reply described = xrpc.call(
                Xrpc.interactive(Xrpc.query(service, "com.atproto.server.describeServer", Map.of())), monitor);
        if (!(described instanceof Reply.Ok)) {
            return failed("check.service", blamed(Reply.fault(described), BlueskySettings.SERVICE));
        }
        checks.add(Health.Check.passed("check.service", service.getHost()));
        Health.@Nullable Check handle = handle(service, monitor);
        if (handle != null) {
            checks.add(handle);
            if (handle.fault() != null) {
                return new Health(checks, null);
            }
        }
        signIn.tryAgain();
        SignIn.Outcome outcome = api.session(monitor);
        if (!(outcome instanceof SignIn.Outcome.In)) {
            return failed("check.signin", SignIn.fault(outcome));
        }
        return session(monitor);
    }

    /** Null for an account that signs in with a mail address: that cannot be looked up. */
    private Health.@Nullable Check handle(URI service, IProgressMonitor monitor) {
        String handle = BlueskySettings.handle(account);
        if (handle.contains("@")) {
            return null;
        }
        Reply reply = xrpc.call(
                Xrpc.interactive(
                        Xrpc.query(service, "com.atproto.identity.resolveHandle", Map.of("handle", List.of(handle)))),
                monitor);
        if (reply instanceof Reply.Ok) {
            return Health.Check.passed("check.handle", "@" + handle);
        }
        Fault fault = Reply.fault(reply);
        return Health.Check.failed(
                "check.handle",
                fault.kind() == FaultKind.PERMANENT
                        ? Fault.ofSetting(FaultKind.SETTINGS, BlueskySettings.HANDLE, "nobody is called @" + handle)
                        : fault);
    }

    private Health session(IProgressMonitor monitor) {
        // Asks the server rather than the token, so that a session that was revoked shows here and is renewed.
        Reply session = api.query("com.atproto.server.getSession", Map.of(), Urgency.INTERACTIVE, monitor);
        if (!(session instanceof Reply.Ok ok)) {
            return failed("check.signin", Reply.fault(session));
        }
        JsonNode active = ok.json().path("active");
        if (active.isBoolean() && !active.asBoolean()) {
            return failed(
                    "check.signin",
                    Fault.of(FaultKind.PERMISSION, "the account is " + Json.textOr("not active", ok.json(), "status")));
        }
        checks.add(Health.Check.passed("check.signin", "@" + Json.textOr("?", ok.json(), "handle")));
        SignIn.Outcome outcome = api.session(monitor);
        if (outcome instanceof SignIn.Outcome.In in) {
            checks.add(Health.Check.passed("check.access", access(in.tokens().scope())));
        }
        Reply read = api.query(
                "app.bsky.notification.listNotifications",
                Map.of("limit", List.of("1"), "priority", List.of("false")),
                Urgency.INTERACTIVE,
                monitor);
        if (!(read instanceof Reply.Ok)) {
            return failed("check.read", Reply.fault(read));
        }
        checks.add(Health.Check.passed("check.read", ""));
        if (outcome instanceof SignIn.Outcome.In in) {
            http.rate(in.tokens().pds().getHost(), Xrpc.READS)
                    .ifPresent(state ->
                            checks.add(Health.Check.passed("check.rate", state.remaining() + " / " + state.limit())));
        }
        // The session renews itself as long as it is used, so it has no end that anyone would have to watch.
        return new Health(checks, null);
    }

    /** Direct messages are a note and no fault: this connector does not need them. */
    private static String access(String scope) {
        return switch (scope) {
            case "com.atproto.appPass" -> "app password, no direct messages";
            case "com.atproto.appPassPrivileged" -> "app password, direct messages";
            case "com.atproto.access" -> "the account's own password";
            default -> scope;
        };
    }

    private static Fault blamed(Fault fault, String setting) {
        return new Fault(
                fault.kind(), fault.detail(), fault.setting() == null ? setting : fault.setting(), fault.retryAt());
    }

    private Health failed(String check, Fault fault) {
        checks.add(Health.Check.failed(check, fault));
        return new Health(checks, null);
    }
}
