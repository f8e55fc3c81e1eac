package org.kontor.channel.http.internal;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.NetworkPreferences;
import org.kontor.channel.http.NetworkPreferences.ProxyChoice;
import org.kontor.channel.http.Proxies;
import org.kontor.channel.http.WebAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Preferences, then Java's selector (which knows the desktop's settings and PAC where the process runs with
 * {@code java.net.useSystemProxies}), then the environment as curl reads it.
 */
@Component
public final class SystemProxies implements Proxies {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Supplier<@Nullable ProxySelector> system;
    private final UnaryOperator<@Nullable String> environment;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable NetworkPreferences preferences;

    @Activate
    public SystemProxies() {
        this(ProxySelector::getDefault, name -> name == null ? null : System.getenv(name));
    }

    SystemProxies(Supplier<@Nullable ProxySelector> system, UnaryOperator<@Nullable String> environment) {
        this.system = system;
        this.environment = environment;
    }

    @Override
    public List<Proxy> forAddress(URI address) {
        String host = address.getHost();
        if (host == null || WebAddress.loopback(host)) {
            return DIRECT;
        }
        return switch (choice()) {
            case ProxyChoice.Direct direct -> DIRECT;
            case ProxyChoice.Manual manual ->
                named(host, manual.exceptions()) ? DIRECT : List.of(http(manual.host(), manual.port()));
            case ProxyChoice.OfSystem ofSystem -> ofSystem(address, host);
        };
    }

    @Override
    public List<Proxy> forSocket(String host, int port) {
        try {
            return forAddress(new URI("socket", null, host, port, null, null, null));
        } catch (URISyntaxException e) {
            // Not a host name: whoever connects to it will say so.
            return DIRECT;
        }
    }

    @Override
    public Optional<PasswordAuthentication> credentials(Proxy proxy) {
        if (choice() instanceof ProxyChoice.Manual manual) {
            return manual.credentials();
        }
        for (String name : List.of("https_proxy", "http_proxy", "all_proxy")) {
            URI named = named(name);
            if (named != null && named.getUserInfo() != null && proxy.equals(proxyOf(named))) {
                String[] parts = named.getUserInfo().split(":", 2);
                return Optional.of(
                        new PasswordAuthentication(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray()));
            }
        }
        return Optional.empty();
    }

    private ProxyChoice choice() {
        NetworkPreferences set = preferences;
        return set == null ? new ProxyChoice.OfSystem() : set.proxy();
    }

    private List<Proxy> ofSystem(URI address, String host) {
        ProxySelector selector = system.get();
        if (selector != null) {
            List<Proxy> chosen = selector.select(address);
            if (!chosen.isEmpty() && chosen.stream().anyMatch(p -> p.type() != Proxy.Type.DIRECT)) {
                return List.copyOf(chosen);
            }
        }
        if (excepted(host)) {
            return DIRECT;
        }
        URI named = named("http".equals(address.getScheme()) ? "http_proxy" : "https_proxy");
        URI any = named == null ? named("all_proxy") : named;
        Proxy proxy = any == null ? null : proxyOf(any);
        return proxy == null ? DIRECT : List.of(proxy);
    }

    /** The address in a variable of the environment, in lower or upper case. */
    private @Nullable URI named(String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            value = environment.apply(variable.toUpperCase(Locale.ROOT));
        }
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(value.contains("://") ? value.trim() : "http://" + value.trim());
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            // A variable that nobody can read names no proxy.
            return null;
        }
    }

    private static Proxy proxyOf(URI uri) {
        boolean socks = uri.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
        int port = uri.getPort() > 0 ? uri.getPort() : socks ? 1080 : 80;
        return socks
                ? new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved(uri.getHost(), port))
                : http(uri.getHost(), port);
    }

    private static Proxy http(String host, int port) {
        // Not resolved here: a name that changes its address, or has none yet, must not be frozen.
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** Whether {@code no_proxy} names the host or a domain above it. */
    private boolean excepted(String host) {
        String list = environment.apply("no_proxy");
        if (list == null || list.isBlank()) {
            list = environment.apply("NO_PROXY");
        }
        if (list == null) {
            return false;
        }
        return named(host, List.of(list.split("[,\\s]+")));
    }

    /** Whether the entries name the host or a domain above it. */
    private static boolean named(String host, List<String> entries) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String each : entries) {
            String entry = each.toLowerCase(Locale.ROOT);
            String domain =
                    entry.startsWith("*.") ? entry.substring(2) : entry.startsWith(".") ? entry.substring(1) : entry;
            if (entry.equals("*") || !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain))) {
                return true;
            }
        }
        return false;
    }
}
