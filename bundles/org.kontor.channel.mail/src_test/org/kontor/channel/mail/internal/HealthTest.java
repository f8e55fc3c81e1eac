package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.wire.Reach;

/** What is wrong with an account is said in plain words, with the setting to blame. */
class HealthTest extends GreenMailTest {
    private final FaultProxy proxy = new FaultProxy(world().imapPort());
    private final ScriptedSmtp smtp = new ScriptedSmtp();
    private final GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));

    @AfterEach
    void close() {
        proxy.close();
        smtp.close();
        secure.stop();
    }

    @Test
    void tlsWhereTheServerSpeaksNone() {
        FakeAccount account = world().account().set(MailSettings.IMAP_SECURITY, "tls");
        expect(account, "check.imap.tls.refused", MailSettings.IMAP_SECURITY);
    }

    @Test
    void startTlsWhereTheServerOffersNone() {
        FakeAccount account = world().account().set(MailSettings.IMAP_SECURITY, "starttls");
        expect(account, "check.imap.tls.refused", MailSettings.IMAP_SECURITY);
        FakeAccount sending =
                world().account(world().imapPort(), smtp.port()).set(MailSettings.SMTP_SECURITY, "starttls");
        expect(sending, "check.smtp.tls.refused", MailSettings.SMTP_SECURITY);
    }

    @Test
    void aCertificateThatNobodyKnows() {
        secure.start();
        FakeAccount account =
                world().account(secure.getImaps().getPort(), smtp.port()).set(MailSettings.IMAP_SECURITY, "tls");
        expect(account, "check.imap.certificate", MailSettings.IMAP_HOST);
        Received.Failed atWork = (Received.Failed) session(account).receive(Cursor.START, monitor());
        assertThat(atWork.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(atWork.fault().setting()).isEqualTo(MailSettings.IMAP_HOST);
    }

    @Test
    void aCertificateOfAnotherName() throws Exception {
        secure.start();
        FakeAccount account =
                world().account(secure.getImaps().getPort(), smtp.port()).set(MailSettings.IMAP_SECURITY, "tls");
        Health.Check last = session(account, trustingAll(Optional.empty()))
                .health(monitor())
                .checks()
                .getLast();
        assertThat(last.name()).isEqualTo("check.imap.certificate.name");
    }

    @Test
    void aPortWhereNobodyListens() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = socket.getLocalPort();
            socket.close();
            expect(world().account(port, smtp.port()), "check.imap.port.refused", MailSettings.IMAP_PORT);
            expect(world().account(world().imapPort(), port), "check.smtp.port.refused", MailSettings.SMTP_PORT);
        }
    }

    @Test
    void aHostThatDoesNotExist() {
        FakeAccount account = world().account()
                .set(MailSettings.IMAP_HOST, "nirgends.invalid")
                .set(MailSettings.IMAP_SECURITY, "tls");
        expect(account, "check.imap.host.unknown", MailSettings.IMAP_HOST);
    }

    @Test
    void aServerThatSaysNothing() {
        proxy.cut(FaultProxy.Cut.SILENCE, "CAPABILITY");
        proxy.rewrite(line -> line.replaceFirst("\\[CAPABILITY.*\\]", ""));
        expect(world().account(proxy.port(), smtp.port()), "check.imap.timeout", MailSettings.IMAP_HOST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        535 5.7.8 Username and Password not accepted         | check.smtp.password
        534 5.7.9 Application-specific password required     | check.smtp.apppassword
        535 5.7.139 basic authentication is disabled         | check.smtp.apppassword
        """)
    void aPasswordThatIsRefusedForSending(String answer, String check) {
        smtp.answer("AUTH", answer);
        expect(world().account(world().imapPort(), smtp.port()), check, MailSettings.PASSWORD);
    }

    @Test
    void aPasswordOfItsOwnForSendingIsBlamedByItsName() {
        smtp.answer("AUTH", "535 no");
        FakeAccount account = world().account(world().imapPort(), smtp.port())
                .set(MailSettings.SMTP_USER, "sender")
                .secret(MailSettings.SMTP_PASSWORD, "x");
        expect(account, "check.smtp.password", MailSettings.SMTP_PASSWORD);
    }

    @Test
    void aServerThatTakesNoPasswords() {
        smtp.answer("EHLO", "250-scripted\r\n250 AUTH XOAUTH2");
        expect(world().account(world().imapPort(), smtp.port()), "check.smtp.method", MailSettings.SMTP_HOST);
        proxy.rewrite(line -> line.replace(" AUTH=PLAIN", "").replace("IMAP4rev1", "IMAP4rev1 LOGINDISABLED"));
        expect(world().account(proxy.port(), smtp.port()), "check.imap.method", MailSettings.IMAP_HOST);
    }

    @Test
    void aProviderThatWantsAnAppPassword() {
        proxy.rewrite(line -> line.replaceFirst(
                "(?s)^(\\w+) OK (LOGIN|AUTHENTICATE).*",
                "$1 NO [ALERT] Application-specific password required (Failure)\r\n"));
        expect(world().account(proxy.port(), smtp.port()), "check.imap.apppassword", MailSettings.PASSWORD);
    }

    @Test
    void aServerThatIsBusyIsNoWrongPassword() {
        proxy.rewrite(line -> line.replaceFirst(
                "(?s)^(\\w+) OK (LOGIN|AUTHENTICATE).*", "$1 NO [UNAVAILABLE] Temporary authentication failure\r\n"));
        Received.Failed failed = (Received.Failed)
                session(world().account(proxy.port(), smtp.port())).receive(Cursor.START, monitor());
        assertThat(failed.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void noProtectionIsOnlyForThisMachine() {
        FakeAccount account = world().account().set(MailSettings.IMAP_HOST, "imap.nordwind.example");
        ChannelSession session = session(account);
        Health.Check last = session.health(monitor()).checks().getLast();
        assertThat(last.name()).isEqualTo("check.settings.security");
        Fault fault = Objects.requireNonNull(last.fault());
        assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
        assertThat(fault.setting()).isEqualTo(MailSettings.IMAP_SECURITY);
        assertThat(fault.detail()).contains("imap.nordwind.example", "tls");
        assertThat(session.receive(Cursor.START, monitor())).isEqualTo(new Received.Failed(fault));
        assertThat(session.send(attempt(session, "x"), monitor())).isEqualTo(new Sent.Refused(fault));
    }

    @Test
    void theSystemsProxyIsUsed() throws Exception {
        secure.start();
        try (ConnectProxy connect = new ConnectProxy(secure.getImaps().getPort())) {
            FakeAccount account = world().account()
                    .set(MailSettings.IMAP_HOST, "imap.nordwind.invalid")
                    .set(MailSettings.IMAP_SECURITY, "tls");
            Reach reach = trustingAll(Optional.of(new InetSocketAddress("127.0.0.1", connect.port())));
            Health.Check last =
                    session(account, reach).health(monitor()).checks().getLast();
            // the test server's certificate has another name; so the handshake took place behind the proxy
            assertThat(last.name()).isEqualTo("check.imap.certificate.name");
            assertThat(connect.asked()).anyMatch(line -> line.startsWith("Proxy-Authorization: Basic "));
            assertThat(connect.asked()).contains("CONNECT imap.nordwind.invalid:" + world().imapPort() + " HTTP/1.1");
        }
    }

    private void expect(FakeAccount account, String check, String setting) {
        ChannelSession session = session(account);
        Health health = session.health(monitor());
        Health.Check last = health.checks().getLast();
        Fault fault = Objects.requireNonNull(last.fault());
        assertThat(last.name()).as(fault.detail()).isEqualTo(check);
        assertThat(fault.setting()).isEqualTo(setting);
        assertThat(fault.detail()).doesNotContain("geheim");
        assertThat(health.checks().stream().filter(c -> c.fault() != null)).hasSize(1);
        for (Health.Check each : health.checks()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(MailTexts.text(each.name(), locale)).isNotEqualTo(each.name());
            }
        }
    }

    private static Reach trustingAll(Optional<InetSocketAddress> proxy) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        return new TestReach(
                context.getSocketFactory(),
                proxy.map(p -> List.of(new Proxy(Proxy.Type.HTTP, p))).orElse(List.of()));
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(
                X509Certificate @org.jspecify.annotations.Nullable [] chain,
                @org.jspecify.annotations.Nullable String type) {
            // a test trusts everybody
        }

        @Override
        public void checkServerTrusted(
                X509Certificate @org.jspecify.annotations.Nullable [] chain,
                @org.jspecify.annotations.Nullable String type) {
            // a test trusts everybody
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** An HTTP proxy that connects to one server, whatever it is asked for. */
    private static final class ConnectProxy implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        private final List<String> asked = new CopyOnWriteArrayList<>();

        ConnectProxy(int target) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        serve(socket.accept(), target);
                    } catch (IOException e) {
                        // closed
                    }
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        List<String> asked() {
            return asked;
        }

        private void serve(Socket client, int target) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                asked.add(line);
            }
            client.getOutputStream().write("HTTP/1.1 200 fine\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
            pump(client, server);
            pump(server, client);
        }

        private static void pump(Socket from, Socket to) {
            Thread.ofVirtual().start(() -> {
                try (from;
                        to) {
                    from.getInputStream().transferTo(to.getOutputStream());
                } catch (IOException e) {
                    // the other side ended
                }
            });
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
