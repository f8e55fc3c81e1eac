package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.NetworkPreferences;

class SystemProxiesTest {
    private static final URI SOMEWHERE = URI.create("https://bsky.example/xrpc");

    private static SystemProxies of(Map<String, String> environment) {
        return new SystemProxies(() -> null, environment::get);
    }

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static NetworkPreferences preferring(NetworkPreferences.ProxyChoice choice) {
        return new NetworkPreferences() {
            @Override
            public ProxyChoice proxy() {
                return choice;
            }

            @Override
            public Optional<Path> certificates() {
                return Optional.empty();
            }
        };
    }

    @Test
    void withoutAnythingThereIsNoProxy() {
        assertThat(of(Map.of()).forAddress(SOMEWHERE)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void theEnvironmentNamesTheProxyInEitherCase() {
        assertThat(of(Map.of("https_proxy", "http://proxy.example:3128")).forAddress(SOMEWHERE))
                .containsExactly(http("proxy.example", 3128));
        assertThat(of(Map.of("HTTPS_PROXY", "proxy.example:3128")).forAddress(SOMEWHERE))
                .containsExactly(http("proxy.example", 3128));
        assertThat(of(Map.of("all_proxy", "socks5://proxy.example")).forSocket("mail.example", 993))
                .containsExactly(
                        new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.example", 1080)));
    }

    @Test
    void exceptionsAndLoopbackAreReachedDirectly() {
        SystemProxies proxies = of(Map.of("https_proxy", "proxy.example:1", "no_proxy", "other.example, .example"));
        assertThat(proxies.forAddress(SOMEWHERE)).containsExactly(Proxy.NO_PROXY);
        SystemProxies strict = of(Map.of("https_proxy", "proxy.example:1", "all_proxy", "proxy.example:1"));
        assertThat(strict.forAddress(URI.create("http://127.0.0.1:80/"))).containsExactly(Proxy.NO_PROXY);
        assertThat(strict.forSocket("localhost", 25)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void credentialsOfTheEnvironmentGoToItsProxyOnly() {
        SystemProxies proxies = of(Map.of("https_proxy", "http://anna:geheim@proxy.example:3128"));
        PasswordAuthentication known =
                proxies.credentials(http("proxy.example", 3128)).orElseThrow();
        assertThat(known.getUserName()).isEqualTo("anna");
        assertThat(new String(known.getPassword())).isEqualTo("geheim");
        assertThat(proxies.credentials(http("other.example", 3128))).isEmpty();
    }

    @Test
    void theDesktopsSettingsGoBeforeTheEnvironment() {
        ProxySelector desktop = new ProxySelector() {
            @Override
            public List<Proxy> select(@Nullable URI uri) {
                return List.of(http("desktop.example", 8080));
            }

            @Override
            public void connectFailed(
                    @Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException cause) {}
        };
        SystemProxies proxies = new SystemProxies(() -> desktop, Map.of("https_proxy", "proxy.example:1")::get);
        assertThat(proxies.forAddress(SOMEWHERE)).containsExactly(http("desktop.example", 8080));
    }

    @Test
    void thePreferencesGoBeforeEverything() {
        SystemProxies proxies = of(Map.of("https_proxy", "proxy.example:1"));
        proxies.preferences = preferring(new NetworkPreferences.ProxyChoice.Direct());
        assertThat(proxies.forAddress(SOMEWHERE)).containsExactly(Proxy.NO_PROXY);
        proxies.preferences =
                preferring(new NetworkPreferences.ProxyChoice.Manual("mine.example", 99, Optional.empty()));
        assertThat(proxies.forAddress(SOMEWHERE)).containsExactly(http("mine.example", 99));
    }

    @Test
    void aCallGoesThroughTheProxyThatIsSet() throws IOException {
        try (ScriptedServer proxy = new ScriptedServer()) {
            SystemProxies proxies = of(Map.of());
            proxies.preferences = preferring(new NetworkPreferences.ProxyChoice.Manual(
                    "127.0.0.1", proxy.address("/").getPort(), Optional.empty()));
            proxy.behaviour = (seen, out) -> ScriptedServer.respond(out, 502, "", "");
            OkHttpClients clients =
                    new OkHttpClients(Fixture.trust(), proxies, new MemoryRateBroker(), Fixture.quiet());
            HttpAnswer answer = clients.open(HttpSpec.of("test", "a"))
                    .call(HttpCall.get("r", SOMEWHERE), new NullProgressMonitor());
            clients.close();
            assertThat(answer).isInstanceOf(HttpAnswer.NotSent.class);
            assertThat(proxy.seen.get(0).line()).startsWith("CONNECT bsky.example:443");
        }
    }
}
