package org.kontor.plugins.internal.p2;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginFault;

/**
 * Keeps the names of the house for the house: who bears one is trusted with all brands. A plug-in may neither bring a bundle
 * under such a name nor a fragment of a bundle of the house. What a site says of its files is checked first, the files
 * themselves once they are here.
 */
final class HouseNames {
    private HouseNames() {}

    /**
     * Looks at what a site says.
     *
     * @param house units that the house itself asks for by name
     */
    static Optional<PluginFault> inUnits(Collection<IInstallableUnit> added, Set<IInstallableUnit> house) {
        for (IInstallableUnit unit : added) {
            if (!house.contains(unit)) {
                Optional<String> name = nameIn(unit);
                if (name.isPresent()) {
                    return name.map(PluginFault.HouseName::new);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nameIn(IInstallableUnit unit) {
        if (Units.houseName(unit.getId())) {
            return Optional.of(Units.id(unit));
        }
        for (IProvidedCapability capability : unit.getProvidedCapabilities()) {
            boolean names = Set.of("osgi.bundle", "osgi.fragment").contains(capability.getNamespace());
            if (names && Units.houseName(capability.getName())) {
                return Optional.of(
                        capability.getNamespace().equals("osgi.fragment")
                                ? unit.getId() + " (fragment of " + capability.getName() + ")"
                                : capability.getName());
            }
        }
        return Optional.empty();
    }

    /** Looks at a bundle as it arrived. */
    static Optional<PluginFault> inFile(File bundle) throws IOException {
        Attributes manifest = manifest(bundle.toPath());
        String name = first(manifest.getValue("Bundle-SymbolicName"));
        String host = first(manifest.getValue("Fragment-Host"));
        if (Units.houseName(name)) {
            return Optional.of(new PluginFault.HouseName(String.valueOf(name)));
        }
        return Units.houseName(host)
                ? Optional.of(new PluginFault.HouseName(name + " (fragment of " + host + ")"))
                : Optional.empty();
    }

    private static Attributes manifest(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            try (InputStream in = Files.newInputStream(bundle.resolve(JarFile.MANIFEST_NAME))) {
                return new Manifest(in).getMainAttributes();
            }
        }
        try (JarFile jar = new JarFile(bundle.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
    }

    private static @Nullable String first(@Nullable String header) {
        return header == null ? null : header.split("[;,]", 2)[0].strip();
    }
}
