package org.kontor.release;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A p2 site with small plug-ins of one bundle each, served over HTTP on loopback. It is written by hand, so that it can lie as
 * no publisher would.
 */
final class TinySite implements AutoCloseable {
    /**
     * A plug-in on it.
     *
     * @param id of its feature
     * @param bundle the name of its bundle as the site says it
     * @param manifest the name in the bundle's own manifest, and more headers
     * @param needs the id of something else that its bundle needs; empty for nothing
     * @param honest whether the sum that the site announces is that of the bundle
     */
    record Offer(String id, String version, String bundle, String manifest, String needs, boolean honest) {
        Offer(String id, String version) {
            this(id, version, id + ".bundle", id + ".bundle", "", true);
        }
    }

    private final Path folder;
    private final List<Offer> offers = new ArrayList<>();
    private final HttpServer server;

    TinySite(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("plugins"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.getResponseHeaders()
                        .set(
                                "Last-Modified",
                                java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        Files.getLastModifiedTime(file)
                                                .toInstant()
                                                .atOffset(java.time.ZoneOffset.UTC)));
                exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
                if (!head) {
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(bytes);
                    }
                }
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    /** Its address. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Offers something more. */
    void offer(Offer offer) throws IOException {
        offers.add(offer);
        write();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void write() throws IOException {
        StringBuilder units = new StringBuilder();
        StringBuilder artifacts = new StringBuilder();
        for (Offer offer : offers) {
            Path jar = folder.resolve("plugins/" + offer.bundle() + "_" + offer.version() + ".jar");
            bundle(jar, offer);
            units.append(feature(offer)).append(bundle(offer));
            artifacts.append(artifact(offer, offer.honest() ? sum(jar) : "0".repeat(64), Files.size(jar)));
        }
        Files.writeString(
                folder.resolve("content.xml"), """
                <?xml version='1.0' encoding='UTF-8'?>
                <?metadataRepository version='1.1.0'?>
                <repository name='Tiny site' type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository' version='1'>
                <properties size='1'><property name='p2.timestamp' value='%d'/></properties>
                <units size='%d'>%s</units>
                </repository>
                """.formatted(System.currentTimeMillis(), 2 * offers.size(), units));
        Files.writeString(
                folder.resolve("artifacts.xml"), """
                <?xml version='1.0' encoding='UTF-8'?>
                <?artifactRepository version='1.1.0'?>
                <repository name='Tiny site' type='org.eclipse.equinox.p2.artifact.repository.simpleRepository' version='1'>
                <properties size='1'><property name='p2.timestamp' value='%d'/></properties>
                <mappings size='1'>
                <rule filter='(&amp; (classifier=osgi.bundle))' output='${repoUrl}/plugins/${id}_${version}.jar'/>
                </mappings>
                <artifacts size='%d'>%s</artifacts>
                </repository>
                """.formatted(System.currentTimeMillis(), offers.size(), artifacts));
    }

    private static String feature(Offer offer) {
        return """
                <unit id='%1$s.feature.group' version='%2$s' singleton='false'>
                <update id='%1$s.feature.group' range='[0.0.0,%2$s)' severity='0'/>
                <properties size='4'>
                <property name='org.eclipse.equinox.p2.name' value='The %1$s'/>
                <property name='org.eclipse.equinox.p2.provider' value='Tiny Works'/>
                <property name='org.eclipse.equinox.p2.description' value='What %1$s is for.'/>
                <property name='org.eclipse.equinox.p2.type.group' value='true'/>
                </properties>
                <provides size='1'><provided namespace='org.eclipse.equinox.p2.iu' name='%1$s.feature.group' version='%2$s'/></provides>
                <requires size='1'><required namespace='org.eclipse.equinox.p2.iu' name='%3$s' range='[%2$s,%2$s]'/></requires>
                <touchpoint id='null' version='0.0.0'/>
                <licenses size='1'><license uri='' url=''>Free for agencies.</license></licenses>
                </unit>
                """.formatted(offer.id(), offer.version(), offer.bundle());
    }

    private static String bundle(Offer offer) {
        String needs = offer.needs().isEmpty()
                ? ""
                : "<requires size='1'><required namespace='osgi.bundle' name='" + offer.needs()
                        + "' range='1.0.0'/></requires>";
        return """
                <unit id='%1$s' version='%2$s' singleton='false'>
                <update id='%1$s' range='[0.0.0,%2$s)' severity='0'/>
                <provides size='3'>
                <provided namespace='org.eclipse.equinox.p2.iu' name='%1$s' version='%2$s'/>
                <provided namespace='osgi.bundle' name='%1$s' version='%2$s'/>
                <provided namespace='org.eclipse.equinox.p2.eclipse.type' name='bundle' version='1.0.0'/>
                </provides>
                %3$s
                <artifacts size='1'><artifact classifier='osgi.bundle' id='%1$s' version='%2$s'/></artifacts>
                <touchpoint id='org.eclipse.equinox.p2.osgi' version='1.0.0'/>
                <touchpointData size='1'><instructions size='1'>
                <instruction key='manifest'>Bundle-SymbolicName: %1$s&#xA;Bundle-Version: %2$s</instruction>
                </instructions></touchpointData>
                </unit>
                """.formatted(offer.bundle(), offer.version(), needs);
    }

    private static String artifact(Offer offer, String sum, long size) {
        return """
                <artifact classifier='osgi.bundle' id='%s' version='%s'>
                <properties size='3'>
                <property name='artifact.size' value='%d'/>
                <property name='download.size' value='%d'/>
                <property name='download.checksum.sha-256' value='%s'/>
                </properties>
                </artifact>
                """.formatted(offer.bundle(), offer.version(), size, size, sum);
    }

    private static void bundle(Path jar, Offer offer) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        String[] name = offer.manifest().split(" fragment of ", 2);
        main.putValue("Bundle-SymbolicName", name[0]);
        if (name.length > 1) {
            main.putValue("Fragment-Host", name[1]);
        }
        main.putValue("Bundle-Version", offer.version());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
    }

    private static String sum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
