package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.id.AccountId;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.network.NetworkSettings.Way;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.secret.SecretStore;
import org.kontor.channel.http.NetworkPreferences.ProxyChoice;

class KeptNetworkTest {
    private static final NetworkSettings BY_PROXY = new NetworkSettings(
            Way.PROXY, "proxy.example", 3128, "anna", List.of("intern.example", "*.lan"), Optional.empty());

    @TempDir
    Path folder;

    private final Map<String, String> sealed = new HashMap<>();

    @Test
    void untilSomethingIsSetTheSystemDecides() {
        KeptNetwork network = open();
        assertThat(network.proxy()).isInstanceOf(ProxyChoice.OfSystem.class);
        assertThat(network.certificates()).isEmpty();
        assertThat(network.passwordKept()).isFalse();
    }

    @Test
    void whatIsSetHoldsAtOnceAndAfterTheNextStart() {
        NetworkSettings wanted =
                new NetworkSettings(Way.DIRECT, "proxy.example", 1, "", List.of(), Optional.of(folder));
        KeptNetwork network = open();
        network.change(wanted, null);
        assertThat(network.proxy()).isInstanceOf(ProxyChoice.Direct.class);
        assertThat(open().settings()).isEqualTo(wanted);
        assertThat(open().certificates()).contains(folder);
    }

    @Test
    void thePasswordIsASecretAndStandsInNoFile() throws IOException {
        KeptNetwork network = open();
        network.change(BY_PROXY, "s3cret");
        ProxyChoice.Manual manual = (ProxyChoice.Manual) open().proxy();
        assertThat(manual.credentials().orElseThrow().getUserName()).isEqualTo("anna");
        assertThat(manual.credentials().orElseThrow().getPassword()).containsExactly("s3cret".toCharArray());
        assertThat(Files.readString(folder.resolve(KeptNetwork.FILE))).doesNotContain("s3cret");
        assertThat(manual.toString()).doesNotContain("s3cret");
        network.change(BY_PROXY, null);
        assertThat(open().passwordKept()).as("left as it is").isTrue();
        network.change(BY_PROXY, "");
        assertThat(open().passwordKept()).as("forgotten").isFalse();
        assertThat(sealed).isEmpty();
    }

    @Test
    void exceptionsAreReachedWithoutTheProxy() {
        KeptNetwork network = open();
        network.change(BY_PROXY, null);
        SystemProxies proxies = new SystemProxies(() -> null, name -> null);
        proxies.preferences = network;
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));
        assertThat(proxies.forAddress(URI.create("https://bsky.social/"))).containsExactly(proxy);
        assertThat(proxies.forSocket("imap.gmx.net", 993)).containsExactly(proxy);
        assertThat(proxies.forSocket("mail.intern.example", 993)).containsExactly(Proxy.NO_PROXY);
        assertThat(proxies.forSocket("notintern.example", 993)).containsExactly(proxy);
        assertThat(proxies.forAddress(URI.create("https://nas.lan/"))).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void aBrokenFileLeavesTheSystemsSettings() throws IOException {
        Files.writeString(folder.resolve(KeptNetwork.FILE), "{\"way\":\"PROXY\"}");
        assertThat(open().proxy()).isInstanceOf(ProxyChoice.OfSystem.class);
        Files.writeString(folder.resolve(KeptNetwork.FILE), "no json");
        assertThat(open().proxy()).isInstanceOf(ProxyChoice.OfSystem.class);
    }

    @Test
    void whatCannotBeWrittenIsNotTaken() throws IOException {
        Files.createDirectory(folder.resolve(KeptNetwork.FILE + ".new"));
        KeptNetwork network = open();
        assertThatThrownBy(() -> network.change(BY_PROXY, "s3cret")).isInstanceOf(UncheckedIOException.class);
        assertThat(network.settings()).isEqualTo(NetworkSettings.OF_SYSTEM);
        assertThat(sealed).isEmpty();
    }

    private KeptNetwork open() {
        return new KeptNetwork(new Here(), new Sealed(), Fixture.quiet());
    }

    private final class Here implements DataFolder {
        @Override
        public Path path() {
            return folder;
        }

        @Override
        public boolean demo() {
            return false;
        }
    }

    private final class Sealed implements SecretStore {
        @Override
        public Optional<String> get(AccountId account, String name) {
            return Optional.ofNullable(sealed.get(account + name));
        }

        @Override
        public void put(AccountId account, String name, String value) {
            sealed.put(account + name, value);
        }

        @Override
        public void remove(AccountId account, String name) {
            sealed.remove(account + name);
        }

        @Override
        public void removeAll(AccountId account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyHome keyHome() {
            return KeyHome.KEY_FILE;
        }
    }
}
