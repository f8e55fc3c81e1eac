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
 * Keeps the names of the house for the house, who bears one is trusted with all brands, and those of the platform for what the
 * house needs of it: who bears one finds every service. A plug-in may neither bring a bundle under such a name nor a fragment of
 * one. Only what is new counts; what is installed anybody may need. What a site says of its files is checked first, the files
 * themselves once they are here.
 */
final class HouseNames {
    private static final Set<String> NAMES = Set.of("osgi.bundle", "osgi.fragment");

    private HouseNames() {}

    /**
     * What of a change the house itself brings.
     *
     * @param own units that it asks for by name
     * @param platform these, and all that they need
     */
    record Brought(Set<IInstallableUnit> own, Set<IInstallableUnit> platform) {
        /** Nothing of it is the house's. */
        static final Brought NOTHING = new Brought(Set.of(), Set.of());

        private boolean mayBear(IInstallableUnit unit, @Nullable String name) {
            return own.contains(unit) || !Units.trustedName(name) || !Units.houseName(name) && platform.contains(unit);
        }
    }

    /** Looks at what a site says. */
    static Optional<PluginFault> inUnits(Collection<IInstallableUnit> added, Brought house) {
        for (IInstallableUnit unit : added) {
            if (Units.houseName(unit.getId()) && !house.mayBear(unit, unit.getId())) {
                return fault(Units.id(unit), null);
            }
            for (IProvidedCapability capability : unit.getProvidedCapabilities()) {
                String name = capability.getName();
                if (NAMES.contains(capability.getNamespace()) && !house.mayBear(unit, name)) {
                    return capability.getNamespace().equals("osgi.fragment")
                            ? fault(unit.getId(), name)
                            : fault(name, null);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PluginFault> fault(String name, @Nullable String host) {
        return Optional.of(new PluginFault.HouseName(host == null ? name : name + " (fragment of " + host + ")"));
    }

    /** Looks at a bundle as it arrived. */
    static Optional<PluginFault> inFile(File bundle, IInstallableUnit unit, Brought house) throws IOException {
        Attributes manifest = manifest(bundle.toPath());
        String name = first(manifest.getValue("Bundle-SymbolicName"));
        String host = first(manifest.getValue("Fragment-Host"));
        if (!house.mayBear(unit, name)) {
            return fault(String.valueOf(name), null);
        }
        return house.mayBear(unit, host) ? Optional.empty() : fault(String.valueOf(name), host);
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
