package org.kontor.channel.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;

/** Turns status codes and broken connections into faults. Pure. */
public final class Faults {
    /** No server of good faith asks for longer; a broken one must not stop an account for a year. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private Faults() {}

    /** The fault that an HTTP status stands for. */
    public static Fault ofStatus(HttpAnswer.Response response, Instant now) {
        int status = response.status();
        String detail = "HTTP " + status;
        return switch (status) {
            case 401 -> Fault.of(FaultKind.AUTH, detail);
            case 403 -> Fault.of(FaultKind.PERMISSION, detail);
            case 408, 425 -> Fault.of(FaultKind.TRANSIENT, detail);
            case 429 -> Fault.rate(detail, retryAfter(response, now).orElse(null));
            default -> {
                if (status >= 500) {
                    yield new Fault(
                            FaultKind.TRANSIENT,
                            detail,
                            null,
                            retryAfter(response, now).orElse(null));
                }
                yield Fault.of(status >= 400 ? FaultKind.PERMANENT : FaultKind.PROTOCOL, detail);
            }
        };
    }

    /** When the server allows the next try, by its Retry-After header: seconds or a date (RFC 9110 10.2.3). */
    public static Optional<Instant> retryAfter(HttpAnswer.Response response, Instant now) {
        return response.header("retry-after").map(String::trim).flatMap(value -> {
            try {
                Instant at = value.matches("\\d{1,9}")
                        ? now.plusSeconds(Long.parseLong(value))
                        : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant();
                Instant latest = now.plus(LONGEST_PAUSE);
                return Optional.of(at.isBefore(now) ? now : at.isAfter(latest) ? latest : at);
            } catch (DateTimeException e) {
                // A header that nobody can read is no header.
                return Optional.empty();
            }
        });
    }

    /**
     * The fault of a connection that broke.
     *
     * @param setting the setting that names the host, blamed where the host is the likely cause; null where none does
     */
    public static Fault ofIo(IOException cause, String host, @Nullable String setting) {
        if (cause instanceof UnknownHostException) {
            return new Fault(FaultKind.TRANSIENT, "the name " + host + " was not found (DNS)", setting, null);
        }
        if (cause instanceof SSLException tls) {
            return ofTls(tls, host, setting);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new Fault(FaultKind.TRANSIENT, host + " takes no connection: " + said(cause), setting, null);
        }
        if (cause instanceof InterruptedIOException) {
            return Fault.of(FaultKind.TRANSIENT, host + " did not answer in time");
        }
        if (cause instanceof EOFException) {
            return Fault.of(FaultKind.TRANSIENT, host + " ended the connection");
        }
        return Fault.of(FaultKind.TRANSIENT, "the connection to " + host + " broke: " + said(cause));
    }

    private static Fault ofTls(SSLException cause, String host, @Nullable String setting) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CertificateException || at instanceof CertPathValidatorException) {
                // Trying again by itself would not help: someone has to install a certificate or mend the server.
                return new Fault(
                        FaultKind.SETTINGS,
                        "the certificate of " + host + " is not trusted: " + said(at),
                        setting,
                        null);
            }
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return new Fault(FaultKind.SETTINGS, "the certificate is not one of " + host, setting, null);
        }
        return new Fault(FaultKind.TRANSIENT, "no secure connection to " + host + ": " + said(cause), setting, null);
    }

    /** An exception in one line; of okhttp and the JDK, so it holds hosts and reasons but no content. */
    private static String said(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("").trim();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
