package org.kontor.plugins.internal.p2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.eclipse.equinox.p2.metadata.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.plugin.PluginFault;

class HouseNamesTest {
    @TempDir
    private Path folder;

    @Test
    void aSiteThatSaysItIsTheHouseIsRefused() {
        IInstallableUnit honest = unit("sample.nordwind", "osgi.bundle", "sample.nordwind");
        IInstallableUnit near = unit("org.kontortion", "osgi.bundle", "org.kontortion");
        IInstallableUnit named = unit("org.kontor.evil", "osgi.bundle", "org.kontor.evil");
        IInstallableUnit hidden = unit("harmless", "osgi.bundle", "org.kontor.api");
        IInstallableUnit fragment = unit("harmless", "osgi.fragment", "org.kontor.desk");
        assertThat(HouseNames.inUnits(List.of(honest, near), Set.of())).isEmpty();
        assertThat(HouseNames.inUnits(List.of(honest, named), Set.of()))
                .contains(new PluginFault.HouseName("org.kontor.evil"));
        assertThat(HouseNames.inUnits(List.of(named), Set.of(named))).isEmpty();
        assertThat(HouseNames.inUnits(List.of(hidden), Set.of())).contains(new PluginFault.HouseName("org.kontor.api"));
        assertThat(HouseNames.inUnits(List.of(fragment), Set.of()))
                .contains(new PluginFault.HouseName("harmless (fragment of org.kontor.desk)"));
    }

    @Test
    void aBundleThatSaysSoOnlyWhenItIsHereIsRefusedToo() throws IOException {
        assertThat(HouseNames.inFile(bundle("sample.one;singleton:=true", null)))
                .isEmpty();
        assertThat(HouseNames.inFile(bundle("sample.one", "org.eclipse.swt;bundle-version=3")))
                .isEmpty();
        assertThat(HouseNames.inFile(bundle("org.kontor.liar;singleton:=true", null)))
                .contains(new PluginFault.HouseName("org.kontor.liar"));
        assertThat(HouseNames.inFile(bundle("sample.leech", "org.kontor.desk;bundle-version=\"[0.1,1)\"")))
                .contains(new PluginFault.HouseName("sample.leech (fragment of org.kontor.desk)"));
    }

    private java.io.File bundle(String name, String host) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", name);
        if (host != null) {
            main.putValue("Fragment-Host", host);
        }
        Path jar = Files.createTempFile(folder, "bundle", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar.toFile();
    }

    private static IInstallableUnit unit(String id, String namespace, String name) {
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId(id);
        description.setVersion(Version.createOSGi(1, 0, 0));
        description.setCapabilities(new IProvidedCapability[] {
            MetadataFactory.createProvidedCapability(namespace, name, Version.createOSGi(1, 0, 0))
        });
        return MetadataFactory.createInstallableUnit(description);
    }
}
