package org.kontor.channel.mail.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Health.Check;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.Security;
import org.kontor.channel.mail.internal.wire.Calls;
import org.kontor.channel.mail.internal.wire.Diagnosis;
import org.kontor.channel.mail.internal.wire.ImapLink;
import org.kontor.channel.mail.internal.wire.SmtpLink;

/**
 * Looks whether an account works, over connections of its own. A step that fails carries the text that says in plain words
 * what is wrong, and the setting to blame.
 */
final class HealthCheck {
    private final AccountContext context;
    private final MailSettings settings;
    private final Means means;
    private final List<Check> checks = new ArrayList<>();

    HealthCheck(AccountContext context, MailSettings settings, Means means) {
        this.context = context;
        this.settings = settings;
        this.means = means;
    }

    Health run(Calls calls, IProgressMonitor monitor) {
        Endpoint[] at = {settings.imap()};
        try {
            calls.run(monitor, () -> {
                imap();
                at[0] = settings.smtp();
                smtp();
                return true;
            });
        } catch (FailedStep e) {
            add(e.check);
        } catch (CancellationException e) {
            add(Check.failed("check.cancelled", Fault.of(FaultKind.TRANSIENT, "cancelled")));
        } catch (Exception e) {
            Diagnosis diagnosis = Diagnosis.of(e, at[0]);
            add(Check.failed(diagnosis.check(), diagnosis.inSetup()));
        }
        synchronized (checks) {
            return new Health(checks, null);
        }
    }

    private void imap() throws Exception {
        Endpoint server = settings.imap();
        try (ImapLink link = ImapLink.open(server, secret(server), means.reach(), means.timing())) {
            reached(server);
            link.reopen(settings.inbox());
            passed("check.imap.folder", settings.inbox());
            Optional<String> sent = SentFolder.find(link, settings);
            if (sent.isEmpty() && !settings.sentFolder().isEmpty()) {
                Fault fault = Fault.ofSetting(
                        FaultKind.SETTINGS, MailSettings.SENT_FOLDER, "no such folder: " + settings.sentFolder());
                throw new FailedStep(Check.failed("check.imap.sent.missing", fault));
            }
            passed(sent.isPresent() ? "check.imap.sent" : "check.imap.sent.none", sent.orElse(""));
            passed(link.canIdle() ? "check.imap.push" : "check.imap.poll", "");
        }
    }

    private void smtp() throws Exception {
        Endpoint server = settings.smtp();
        SmtpLink link = SmtpLink.open(server, secret(server), means.reach(), means.timing());
        try {
            reached(server);
        } finally {
            link.quit();
        }
    }

    private void reached(Endpoint server) {
        passed("check." + server.side() + ".connect", server.host() + ":" + server.port());
        if (server.security() != Security.NONE) {
            passed("check." + server.side() + ".tls", server.security().word());
        }
        passed("check." + server.side() + ".login", server.user());
    }

    private @org.jspecify.annotations.Nullable String secret(Endpoint server) {
        return context.secret(server.passwordSetting()).orElse(null);
    }

    private void passed(String name, String detail) {
        add(Check.passed(name, detail));
    }

    private void add(Check check) {
        synchronized (checks) {
            checks.add(check);
        }
    }

    /** A step that failed for a reason that only this class knows. */
    private static final class FailedStep extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Check check;

        FailedStep(Check check) {
            super(check.name());
            this.check = check;
        }
    }
}
