package org.kontor.channel.mail.internal.wire;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.Security;
import org.kontor.channel.mail.internal.read.Plain;

/**
 * A connection that hands in mails. The library's own {@code sendMessage} throws the same exception before and after the
 * server took the mail, so the commands are issued here, one by one: until the line with the single dot has been given to
 * the socket the server certainly does not have the mail (RFC 5321 4.1.1.4); from then on only its answer tells.
 */
public final class SmtpLink extends SMTPTransport {
    private final Endpoint server;

    private SmtpLink(Session session, Endpoint server) {
        super(session, null, "smtp", server.security() == Security.TLS);
        this.server = server;
    }

    /** How handing in ended. */
    public sealed interface Outcome {
        /** The server has it. */
        record Taken() implements Outcome {}

        /** The server certainly does not have it. */
        record Refused(Fault fault) implements Outcome {}

        /** Nobody knows. */
        record Unknown(String detail) implements Outcome {}
    }

    /** Connects and signs in. */
    @SuppressWarnings("resource") // the caller closes it
    public static SmtpLink open(Endpoint server, @Nullable String password, Reach reach, Timing timing)
            throws MessagingException, LoginException, NoTlsException {
        MessagingException first = null;
        for (Properties way : Wiring.ways(server, reach, timing)) {
            SmtpLink link = new SmtpLink(Session.getInstance(way), server);
            try {
                link.signIn(password);
                return link;
            } catch (MessagingException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new MessagingException("no way to the server") : first;
    }

    private void signIn(@Nullable String password) throws MessagingException, LoginException, NoTlsException {
        boolean anonymous = server.user().isEmpty();
        try {
            connect(server.host(), server.port(), anonymous ? null : server.user(), anonymous ? null : password);
        } catch (AuthenticationFailedException e) {
            String answer = Plain.line(String.valueOf(e.getMessage()));
            int code = getLastReturnCode();
            if (e.getNextException() != null || code <= 0 || code >= 400 && code < 500) {
                throw new LoginException(LoginException.Why.LATER, answer);
            }
            throw new LoginException(
                    code >= 500 || password == null ? LoginException.Why.REFUSED : LoginException.Why.NO_METHOD,
                    answer);
        } catch (MessagingException e) {
            if (e.getNextException() == null && String.valueOf(e.getMessage()).startsWith("STARTTLS is required")) {
                throw new NoTlsException("the server does not offer STARTTLS");
            }
            throw e;
        }
    }

    /** The greatest size that the server takes (RFC 1870); 0 where it names none. */
    public long maxSize() {
        String size = supportsExtension("SIZE") ? getExtensionParameter("SIZE") : null;
        return size != null && size.strip().matches("\\d{1,15}") ? Long.parseLong(size.strip()) : 0;
    }

    /**
     * Hands in a mail.
     *
     * @param mail with CRLF line ends, ending in one
     * @param gate asked just before the point of no return
     */
    public synchronized Outcome submit(String from, List<String> recipients, byte[] mail, CommitGate gate) {
        try {
            Fault refused = announce(from, recipients, mail.length);
            if (refused != null) {
                return new Outcome.Refused(refused);
            }
            OutputStream data = data();
            data.write(mail);
        } catch (SMTPSendFailedException e) {
            return new Outcome.Refused(fault(e.getReturnCode(), String.valueOf(e.getMessage()), false));
        } catch (MessagingException | IOException e) {
            return new Outcome.Refused(Diagnosis.of(e, server).fault());
        }
        if (!gate.commit()) {
            return new Outcome.Refused(Fault.of(FaultKind.TRANSIENT, "called off before the mail was handed in"));
        }
        try {
            int code = simpleCommand(".");
            if (code >= 200 && code < 300) {
                return new Outcome.Taken();
            }
            return code >= 400 && code < 600
                    ? new Outcome.Refused(fault(code, getLastServerResponse(), false))
                    : new Outcome.Unknown("the server closed the connection without saying whether it took the mail");
        } catch (MessagingException e) {
            return new Outcome.Unknown("the connection was lost after the mail was handed over: "
                    + Diagnosis.of(e, server).fault().detail());
        }
    }

    /** Names sender and recipients; all recipients or none. */
    private @Nullable Fault announce(String from, List<String> recipients, int size) throws MessagingException {
        long max = maxSize();
        if (max > 0 && size > max) {
            return Fault.of(
                    FaultKind.PERMANENT,
                    "the mail has " + size / 1024 + " KiB with its attachments, the server takes " + max / 1024
                            + " KiB");
        }
        StringBuilder sender = new StringBuilder("MAIL FROM:<").append(from).append('>');
        if (supportsExtension("SIZE")) {
            sender.append(" SIZE=").append(size);
        }
        if (!isAscii(from) || recipients.stream().anyMatch(r -> !isAscii(r))) {
            if (!supportsExtension("SMTPUTF8")) {
                return Fault.of(FaultKind.PERMANENT, "the server does not take addresses with letters outside ASCII");
            }
            sender.append(" SMTPUTF8");
        }
        int code = simpleCommand(sender.toString().getBytes(StandardCharsets.UTF_8));
        if (code < 200 || code >= 300) {
            return fault(code, getLastServerResponse(), true);
        }
        for (String recipient : recipients) {
            code = simpleCommand(("RCPT TO:<" + recipient + ">").getBytes(StandardCharsets.UTF_8));
            if (code < 200 || code >= 300) {
                String answer = getLastServerResponse();
                if (code > 0) {
                    simpleCommand("RSET");
                }
                return fault(code, recipient + ": " + answer, false);
            }
        }
        return null;
    }

    /** RFC 5321 4.2.1, RFC 4954 6, RFC 3463: by code, never by words. */
    private Fault fault(int code, String answer, boolean sender) {
        String words = Plain.cut(Plain.line(answer), 400);
        if (code == 530 || code == 534 || code == 535 || code == 538) {
            return Fault.ofSetting(FaultKind.AUTH, server.passwordSetting(), words);
        } else if (code < 400 || code >= 600) {
            return Fault.of(FaultKind.TRANSIENT, code < 0 ? "the server closed the connection" : words);
        } else if (code < 500) {
            return Fault.of(FaultKind.TRANSIENT, words);
        }
        boolean policy = answer.matches("(?s)\\d{3}[ -]5\\.7\\..*") || code == 553;
        return sender && policy
                ? Fault.ofSetting(FaultKind.PERMISSION, MailSettings.ADDRESS, words)
                : Fault.of(FaultKind.PERMANENT, words);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** Ends the connection; the server's last words do not matter. */
    public void quit() {
        try {
            close();
        } catch (MessagingException e) {
            // nothing depends on it any more
        }
    }
}
