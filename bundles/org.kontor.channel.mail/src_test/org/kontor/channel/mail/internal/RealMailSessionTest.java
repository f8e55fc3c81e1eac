package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.session.Means;
import org.kontor.channel.mail.internal.wire.Reach;
import org.kontor.channel.mail.internal.wire.Timing;

/** The session contract against Dovecot, with CONDSTORE, and Postfix; the variable names the folder of the running servers. */
@Tag("real-server")
@EnabledIfEnvironmentVariable(named = "KONTOR_REAL_MAIL", matches = ".+")
class RealMailSessionTest extends SessionContract {
    @Override
    MailWorld open() throws Exception {
        return new RealMailWorld(Path.of(System.getenv("KONTOR_REAL_MAIL")));
    }

    private RealMailWorld real() {
        return (RealMailWorld) world();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void protectedConnectionsWorkWhereTheCertificateIsTrusted(String security) throws Exception {
        boolean tls = security.equals("tls");
        FakeAccount account = world().account(
                        tls ? real().imapsPort() : real().imapPort(), tls ? real().smtpsPort() : real().smtpPort())
                .set(MailSettings.IMAP_HOST, "localhost")
                .set(MailSettings.SMTP_HOST, "localhost")
                .set(MailSettings.IMAP_SECURITY, security)
                .set(MailSettings.SMTP_SECURITY, security);
        Timing timing = new Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
        MailConnector connector = new MailConnector(
                new Means(trusting(real().certificate()), timing, Clock.systemUTC(), SilentLog.make(), Means.MAX_MAIL));
        try (ChannelSession session = connector.open(account)) {
            Health health = session.health(monitor());
            assertThat(health.checks())
                    .allSatisfy(check -> assertThat(check.fault()).isNull());
            assertThat(health.checks())
                    .extracting(Health.Check::name)
                    .contains("check.imap.tls", "check.smtp.tls", "check.imap.push", "check.imap.sent");
            assertThat(session.send(attempt(session, "geschützt"), monitor())).isInstanceOf(Sent.Accepted.class);
            assertThat(session.receive(Cursor.START, monitor())).isInstanceOf(Received.Page.class);
        }
        Health.Check untrusted =
                session(account, Means.MAX_MAIL).health(monitor()).checks().getLast();
        assertThat(untrusted.name()).isEqualTo("check.imap.certificate");
    }

    @Test
    void aRealBounceFindsItsWayToTheMailItIsAbout() throws Exception {
        ChannelSession session = session();
        Attempt attempt = attempt(session, "weg@customer.example", "Kommt nicht an");
        assertThat(session.send(attempt, monitor())).isInstanceOf(Sent.Accepted.class);
        awaitInbox(1);
        List<RawEvent> events = new ArrayList<>();
        drain(session, Cursor.START, events);
        assertThat(meanings(events)).anySatisfy(meaning -> {
            Normalised.NotDelivered bounce = (Normalised.NotDelivered) meaning;
            assertThat(bounce.about()).isEqualTo(new ExternalId(attempt.key()));
            assertThat(bounce.permanent()).isTrue();
            assertThat(bounce.reason()).contains("weg@customer.example", "User doesn't exist");
        });
        world().deleteAll(world().brand(), "Sent");
        await().atMost(Duration.ofSeconds(20)).until(() -> session.find(attempt, monitor()) instanceof Found.Present);
    }

    private static Reach trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return new TestReach(context.getSocketFactory(), List.of());
    }
}
