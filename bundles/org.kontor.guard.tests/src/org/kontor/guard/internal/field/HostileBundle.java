package org.kontor.guard.internal.field;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.kontor.guard.internal.hostile.Hostile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Packs the hostile classes into a bundle of their own, as a stranger would deliver them. */
final class HostileBundle {
    static final String NAME = "sample.hostile";

    private static final String FOLDER = "/org/kontor/guard/internal/hostile";

    private HostileBundle() {}

    static Bundle install(BundleContext context, String version) throws BundleException, IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", NAME);
        main.putValue("Bundle-Version", version);
        main.putValue("Bundle-Activator", Hostile.class.getName());
        main.putValue(
                "Import-Package",
                String.join(
                        ",",
                        List.of(
                                "org.eclipse.core.runtime",
                                "org.jspecify.annotations",
                                "org.kontor.api.access",
                                "org.kontor.api.account",
                                "org.kontor.api.clock",
                                "org.kontor.api.conversation",
                                "org.kontor.api.desk",
                                "org.kontor.api.hook",
                                "org.kontor.api.id",
                                "org.kontor.api.plugin",
                                "org.kontor.api.reply",
                                "org.kontor.api.secret",
                                "org.kontor.api.store",
                                "org.osgi.framework")));
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            for (URL url : Collections.list(
                    FrameworkUtil.getBundle(HostileBundle.class).findEntries("/", "Hostile*.class", true))) {
                if (url.getPath().contains(FOLDER)) {
                    String path = url.getPath();
                    out.putNextEntry(new JarEntry(path.substring(path.indexOf(FOLDER) + 1)));
                    try (InputStream in = url.openStream()) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return context.installBundle(NAME + "-" + version, new ByteArrayInputStream(jar.toByteArray()));
    }
}
