package org.kontor.channel.http.internal;

import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpClients;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.Proxies;
import org.kontor.channel.http.RateBroker;
import org.kontor.channel.http.SystemTrust;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** All accounts' clients over one pool of connections and one virtual thread per call. */
@Component
public final class OkHttpClients implements HttpClients {
    /** Virtual threads cost nothing; what limits us is the broker, not okhttp. */
    private static final int MAX_REQUESTS = 2_000;

    private final SystemTrust trust;
    private final Proxies proxies;
    private final RateBroker rates;
    private final Logger logger;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());
    private final Set<OkHttpAccount> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable OkHttpClient shared;
    /** With what the client was made; another folder of certificates makes another client. */
    private @Nullable X509TrustManager trusted;

    @Activate
    public OkHttpClients(
            @Reference SystemTrust trust,
            @Reference Proxies proxies,
            @Reference RateBroker rates,
            @Reference(service = LoggerFactory.class) Logger logger) {
        this(trust, proxies, rates, logger, InstantSource.system());
    }

    OkHttpClients(SystemTrust trust, Proxies proxies, RateBroker rates, Logger logger, InstantSource clock) {
        this.trust = trust;
        this.proxies = proxies;
        this.rates = rates;
        this.logger = logger;
        this.clock = clock;
    }

    @Override
    public AccountHttp open(HttpSpec spec) {
        OkHttpAccount account = new OkHttpAccount(spec, () -> client(spec), rates, logger, clock, open::remove);
        open.add(account);
        return account;
    }

    /** Ends all calls and connections. */
    @Deactivate
    public void close() {
        List.copyOf(open).forEach(OkHttpAccount::close);
        OkHttpClient client = shared;
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
        }
        threads.shutdown();
    }

    private OkHttpClient client(HttpSpec spec) {
        return shared().newBuilder().connectTimeout(spec.connectTimeout()).build();
    }

    /** Made at the first call and not at activation: reading the certificates takes a while. */
    private synchronized OkHttpClient shared() {
        OkHttpClient made = shared;
        X509TrustManager now = trust.manager();
        if (made == null || now != trusted) {
            Dispatcher dispatcher = new Dispatcher(threads);
            dispatcher.setMaxRequests(MAX_REQUESTS);
            dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
            made = new OkHttpClient.Builder()
                    .dispatcher(dispatcher)
                    .connectionPool(new ConnectionPool(32, 5, TimeUnit.MINUTES))
                    .sslSocketFactory(trust.context().getSocketFactory(), now)
                    .proxySelector(new Selector())
                    .proxyAuthenticator(
                            (route, response) -> authenticated(route == null ? null : route.proxy(), response))
                    .eventListenerFactory(Trace::listenerOf)
                    .followSslRedirects(false)
                    .readTimeout(Duration.ZERO)
                    .writeTimeout(Duration.ZERO)
                    .build();
            trusted = now;
            shared = made;
        }
        return made;
    }

    private @Nullable Request authenticated(@Nullable Proxy proxy, Response response) {
        if (proxy == null || response.request().header("Proxy-Authorization") != null) {
            // Asked a second time: the credentials are wrong.
            return null;
        }
        return proxies.credentials(proxy)
                .map(known -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", Credentials.basic(known.getUserName(), secret(known)))
                        .build())
                .orElse(null);
    }

    private static String secret(PasswordAuthentication known) {
        return new String(known.getPassword());
    }

    /** Asks {@link Proxies} for every connection. */
    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(@Nullable URI uri) {
            return uri == null ? List.of(Proxy.NO_PROXY) : proxies.forAddress(uri);
        }

        @Override
        public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException cause) {
            // okhttp goes on to the next proxy by itself.
        }
    }
}
