package org.kontor.channel.mail.internal.wire;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.read.Plain;

/**
 * What an exception of a connection means.
 *
 * @param check the connector's text that says it in plain words, such as {@code check.imap.certificate}
 * @param kind when the account is being set up and everything can be changed
 * @param fault when the account is at work: what a person need not change passes by itself
 */
public record Diagnosis(String check, FaultKind kind, Fault fault) {
    private static final Set<String> LATER =
            Set.of("UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "OVERQUOTA", "CONTACTADMIN");

    /** What {@code thrown} means, on a connection to {@code server}. */
    public static Diagnosis of(Throwable thrown, Endpoint server) {
        Set<Throwable> chain = chain(thrown);
        for (Throwable link : chain) {
            Diagnosis found = one(link, chain, server);
            if (found != null) {
                return found;
            }
        }
        return new Diagnosis(
                key(server, "connection"), FaultKind.TRANSIENT, Fault.of(FaultKind.TRANSIENT, words(server, thrown)));
    }

    /** The fault as the set-up shows it. */
    public Fault inSetup() {
        return new Fault(kind, fault.detail(), fault.setting(), fault.retryAt());
    }

    private static @Nullable Diagnosis one(Throwable thrown, Set<Throwable> chain, Endpoint server) {
        return switch (thrown) {
            case LoginException login -> login(login, server);
            case UnknownHostException e -> setup(server, "host.unknown", "host", e);
            case NoTlsException e -> lasting(server, "tls.refused", server.setting("security"), e);
            case SSLException e -> tls(e, chain, server);
            case SocketTimeoutException e -> setup(server, "timeout", "host", e);
            case NoRouteToHostException e -> setup(server, "timeout", "host", e);
            case ConnectException e -> setup(server, "port.refused", "port", e);
            case FolderException e -> folder(e, server);
            case CommandFailedException e -> refused(e.getResponse(), e, server);
            case ConnectionException e -> chain.stream().anyMatch(isMorePrecise(e)) ? null : passing(server, e);
            case ProtocolException e
            when e.getCause() == null ->
                new Diagnosis(
                        key(server, "protocol"), FaultKind.PROTOCOL, Fault.of(FaultKind.PROTOCOL, words(server, e)));
            default -> null;
        };
    }

    private static Predicate<Throwable> isMorePrecise(Throwable general) {
        return other -> other != general
                && (other instanceof SSLException
                        || other instanceof SocketTimeoutException
                        || other instanceof ConnectException);
    }

    private static Diagnosis login(LoginException e, Endpoint server) {
        String text = String.valueOf(e.getMessage());
        return switch (e.why()) {
            case LATER -> passing(server, e);
            case NO_METHOD -> {
                Fault fault = Fault.ofSetting(FaultKind.AUTH, server.setting("host"), words(server, e));
                yield new Diagnosis(key(server, "method"), FaultKind.AUTH, fault);
            }
            case REFUSED -> {
                Fault fault = Fault.ofSetting(FaultKind.AUTH, server.passwordSetting(), words(server, e));
                yield new Diagnosis(
                        key(server, wantsAppPassword(text) ? "apppassword" : "password"), FaultKind.AUTH, fault);
            }
        };
    }

    /** Providers say so in words only; the kind of the fault does not hang on it. */
    private static boolean wantsAppPassword(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return words.contains("app password")
                || words.contains("app-password")
                || words.contains("application-specific")
                || words.contains("app-specific")
                || words.contains("invalidsecondfactor")
                || words.contains("basic authentication is disabled")
                || words.contains("anwendungsspezifisch");
    }

    private static Diagnosis tls(SSLException e, Set<Throwable> chain, Endpoint server) {
        boolean certificate = chain.stream().anyMatch(CertificateException.class::isInstance)
                || e instanceof SSLPeerUnverifiedException
                || String.valueOf(e.getMessage()).contains("PKIX");
        boolean name = certificate
                && chain.stream()
                        .map(t -> String.valueOf(t.getMessage()))
                        .anyMatch(m -> m.contains("No subject alternative") || m.contains("No name matching"));
        if (name) {
            return setup(server, "certificate.name", "host", e);
        } else if (certificate) {
            return setup(server, "certificate", "host", e);
        }
        boolean handshake = e instanceof SSLHandshakeException
                || String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
        return handshake ? setup(server, "tls.refused", "security", e) : passing(server, e);
    }

    private static Diagnosis folder(FolderException e, Endpoint server) {
        String code = code(e.getResponse());
        boolean wrong = !e.folder().equalsIgnoreCase("INBOX") && !LATER.contains(code) && !code.equals("NOPERM");
        return wrong ? lasting(server, "folder.missing", MailSettings.FOLDER, e) : refused(e.getResponse(), e, server);
    }

    private static Diagnosis refused(@Nullable Response response, Exception e, Endpoint server) {
        String code = code(response);
        FaultKind kind = code.equals("NOPERM")
                ? FaultKind.PERMISSION
                : LATER.contains(code) ? FaultKind.TRANSIENT : FaultKind.PROTOCOL;
        return new Diagnosis(key(server, "protocol"), kind, Fault.of(kind, words(server, e)));
    }

    /** The response code in brackets (RFC 5530); empty where there is none. */
    static String code(@Nullable Response response) {
        String rest = response == null ? "" : String.valueOf(response.getRest());
        int end = rest.startsWith("[") ? rest.indexOf(']') : -1;
        return end < 0 ? "" : rest.substring(1, end).replaceAll("\\s.*", "").toUpperCase(Locale.ROOT);
    }

    /** Wrong settings as far as anyone can tell who sets up; at work the network's fault as likely, so it passes. */
    private static Diagnosis setup(Endpoint server, String check, String setting, Throwable e) {
        Fault fault = Fault.ofSetting(FaultKind.TRANSIENT, server.setting(setting), words(server, e));
        return new Diagnosis(key(server, check), FaultKind.SETTINGS, fault);
    }

    private static Diagnosis lasting(Endpoint server, String check, String setting, Throwable e) {
        Fault fault = Fault.ofSetting(FaultKind.SETTINGS, setting, words(server, e));
        return new Diagnosis(key(server, check), FaultKind.SETTINGS, fault);
    }

    private static Diagnosis passing(Endpoint server, Throwable e) {
        return new Diagnosis(
                key(server, "connection"), FaultKind.TRANSIENT, Fault.of(FaultKind.TRANSIENT, words(server, e)));
    }

    private static String key(Endpoint server, String check) {
        return "check." + server.side() + "." + check;
    }

    private static String words(Endpoint server, Throwable e) {
        String message = e.getMessage();
        String words = message == null || message.isBlank() ? e.getClass().getSimpleName() : Plain.line(message);
        return server.host() + ":" + server.port() + ": " + Plain.cut(words, 300);
    }

    private static Set<Throwable> chain(Throwable thrown) {
        Set<Throwable> chain = new LinkedHashSet<>();
        collect(thrown, chain);
        return chain;
    }

    private static void collect(@Nullable Throwable thrown, Set<Throwable> chain) {
        if (thrown != null && chain.size() < 20 && chain.add(thrown)) {
            collect(thrown.getCause(), chain);
            if (thrown instanceof MessagingException messaging) {
                collect(messaging.getNextException(), chain);
            }
            if (thrown instanceof ConnectionException connection) {
                Response response = connection.getResponse();
                collect(response == null ? null : response.getException(), chain);
            }
        }
    }
}
