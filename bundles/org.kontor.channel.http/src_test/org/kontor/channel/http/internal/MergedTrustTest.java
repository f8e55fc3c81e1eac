package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.NetworkPreferences;

class MergedTrustTest {
    private final Path folder;

    MergedTrustTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Makes a key for localhost and its certificate with the JDK's own tool. */
    private void makeCertificate() throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        run(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Kontor test",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                "keys.p12",
                "-storepass",
                "changeit");
        Files.createDirectory(folder.resolve("ca"));
        run(
                keytool.toString(),
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-keystore",
                "keys.p12",
                "-storepass",
                "changeit",
                "-file",
                "ca/agency.pem");
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private HttpsServer server() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes());
            exchange.close();
        });
        server.start();
        return server;
    }

    private HttpAnswer call(MergedTrust trust, HttpsServer server) {
        OkHttpClients clients = new OkHttpClients(trust, Fixture.direct(), new MemoryRateBroker(), Fixture.quiet());
        try {
            URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            return clients.open(HttpSpec.of("test", "a").blaming("service"))
                    .call(HttpCall.get("r", address), new NullProgressMonitor());
        } finally {
            clients.close();
        }
    }

    private NetworkPreferences folderOfCertificates() {
        return new NetworkPreferences() {
            @Override
            public ProxyChoice proxy() {
                return new ProxyChoice.OfSystem();
            }

            @Override
            public Optional<Path> certificates() {
                return Optional.of(folder.resolve("ca"));
            }
        };
    }

    @Test
    void aCertificateIsTrustedOnceItLiesInTheSystemsBundleOrTheUsersFolder() throws Exception {
        makeCertificate();
        HttpsServer server = server();
        try {
            HttpAnswer stranger = call(Fixture.trust(), server);
            assertThat(stranger).isInstanceOf(HttpAnswer.NotSent.class);
            assertThat(((HttpAnswer.NotSent) stranger).fault().kind()).isEqualTo(FaultKind.SETTINGS);
            assertThat(((HttpAnswer.NotSent) stranger).fault().setting()).isEqualTo("service");

            MergedTrust ofSystem = new MergedTrust(Fixture.quiet(), List.of(folder.resolve("ca/agency.pem")), "Linux");
            assertThat(call(ofSystem, server)).isInstanceOf(HttpAnswer.Response.class);

            MergedTrust ofFolder = Fixture.trust();
            ofFolder.preferences = folderOfCertificates();
            assertThat(call(ofFolder, server)).isInstanceOf(HttpAnswer.Response.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatIsNoCertificateIsNamedAndTheOthersHold() throws IOException {
        Files.createDirectory(folder.resolve("ca"));
        Files.writeString(folder.resolve("ca/broken.pem"), "-----BEGIN CERTIFICATE-----\nrubbish\n");
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        MergedTrust trust = new MergedTrust(Fixture.logger(log), List.of(), "Linux");
        trust.preferences = folderOfCertificates();
        assertThat(trust.manager().getAcceptedIssuers()).hasSizeGreaterThan(50);
        assertThat(log).anyMatch(l -> l.startsWith("warn") && l.contains("broken.pem"));
    }

    @Test
    void theSystemsOwnCertificatesAreAmongThem() {
        MergedTrust java = Fixture.trust();
        MergedTrust system = new MergedTrust(Fixture.quiet());
        assertThat(system.manager().getAcceptedIssuers().length)
                .isGreaterThanOrEqualTo(java.manager().getAcceptedIssuers().length);
    }
}
