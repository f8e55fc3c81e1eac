package org.kontor.channel.http.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.NetworkPreferences;
import org.kontor.channel.http.SystemTrust;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Puts all certificates into one store and lets Java's own path validation judge with it. */
@Component
public final class MergedTrust implements SystemTrust {
    /** Where Linux systems keep their certificates in one file: Debian and its kin, Fedora and its kin, openSUSE, Alpine. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final Logger logger;
    private final List<Path> bundles;
    private final String os;
    private @Nullable Loaded loaded;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable NetworkPreferences preferences;

    /** What was read, and for which folder. */
    private record Loaded(Optional<Path> folder, X509TrustManager manager, SSLContext context) {}

    @Activate
    public MergedTrust(@Reference(service = LoggerFactory.class) Logger logger) {
        this(logger, BUNDLES, System.getProperty("os.name", ""));
    }

    MergedTrust(Logger logger, List<Path> bundles, String os) {
        this.logger = logger;
        this.bundles = bundles;
        this.os = os.toLowerCase(Locale.ROOT);
    }

    @Override
    public X509TrustManager manager() {
        return loaded().manager();
    }

    @Override
    public SSLContext context() {
        return loaded().context();
    }

    private synchronized Loaded loaded() {
        NetworkPreferences set = preferences;
        Optional<Path> folder = set == null ? Optional.empty() : set.certificates();
        Loaded known = loaded;
        if (known == null || !known.folder().equals(folder)) {
            known = load(folder);
            loaded = known;
        }
        return known;
    }

    private Loaded load(Optional<Path> folder) {
        try {
            Set<Certificate> all = new LinkedHashSet<>();
            all.addAll(List.of(managerOf(null).getAcceptedIssuers()));
            all.addAll(ofSystem());
            folder.ifPresent(f -> all.addAll(ofFolder(f)));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : all) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            X509TrustManager manager = managerOf(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            logger.debug("{} certificates are trusted", number);
            return new Loaded(folder, manager, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java's own TLS cannot be set up", e);
        }
    }

    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    private List<Certificate> ofSystem() {
        if (os.startsWith("windows")) {
            return ofStore("Windows-ROOT");
        }
        if (os.startsWith("mac")) {
            // The first holds what the user or his administrator added, the second what Apple ships (from JDK 23 on).
            List<Certificate> all = new ArrayList<>(ofStore("KeychainStore"));
            all.addAll(ofStore("KeychainStore-ROOT"));
            return all;
        }
        for (Path bundle : bundles) {
            if (Files.isReadable(bundle)) {
                return ofFile(bundle);
            }
        }
        return List.of();
    }

    private List<Certificate> ofStore(String type) {
        List<Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            for (String alias : java.util.Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    found.add(store.getCertificate(alias));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            logger.warn("The system's certificate store {} cannot be read", type, e);
        }
        return found;
    }

    private List<Certificate> ofFolder(Path folder) {
        List<Certificate> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{pem,crt,cer}")) {
            files.forEach(file -> found.addAll(ofFile(file)));
        } catch (IOException e) {
            logger.warn("The folder of certificates cannot be read", e);
        }
        return found;
    }

    private List<Certificate> ofFile(Path file) {
        List<Certificate> found = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate) {
                    found.add(certificate);
                }
            }
        } catch (IOException | CertificateException e) {
            logger.warn("The certificates in {} cannot be read", file.getFileName(), e);
        }
        return found;
    }
}
