package org.kontor.plugins.internal.p2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.kontor.plugins.internal.p2.HouseNames.Brought;

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
        assertThat(HouseNames.inUnits(List.of(honest, near), Brought.NOTHING)).isEmpty();
        assertThat(HouseNames.inUnits(List.of(honest, named), Brought.NOTHING))
                .contains(new PluginFault.HouseName("org.kontor.evil"));
        assertThat(HouseNames.inUnits(List.of(named), new Brought(Set.of(named), Set.of())))
                .isEmpty();
        // What the house needs of others does not become the house by that.
        assertThat(HouseNames.inUnits(List.of(named), new Brought(Set.of(), Set.of(named))))
                .isNotEmpty();
        assertThat(HouseNames.inUnits(List.of(hidden), Brought.NOTHING))
                .contains(new PluginFault.HouseName("org.kontor.api"));
        assertThat(HouseNames.inUnits(List.of(fragment), Brought.NOTHING))
                .contains(new PluginFault.HouseName("harmless (fragment of org.kontor.desk)"));
    }

    @Test
    void namesOfThePlatformAreForWhatTheHouseNeeds() {
        IInstallableUnit named = unit("org.eclipse.evil", "osgi.bundle", "org.eclipse.evil");
        IInstallableUnit hidden = unit("harmless", "osgi.bundle", "org.apache.felix.evil");
        IInstallableUnit fragment = unit("harmless", "osgi.fragment", "org.eclipse.osgi");
        IInstallableUnit extension = unit("harmless", "osgi.fragment", "system.bundle");
        IInstallableUnit near = unit("org.eclipsed", "osgi.bundle", "org.eclipsed");
        IInstallableUnit feature = unit("org.eclipse.some.feature.group", "p2", "org.eclipse.some.feature.group");
        assertThat(HouseNames.inUnits(List.of(near, feature), Brought.NOTHING)).isEmpty();
        assertThat(HouseNames.inUnits(List.of(named), Brought.NOTHING))
                .contains(new PluginFault.HouseName("org.eclipse.evil"));
        assertThat(HouseNames.inUnits(List.of(hidden), Brought.NOTHING))
                .contains(new PluginFault.HouseName("org.apache.felix.evil"));
        assertThat(HouseNames.inUnits(List.of(fragment), Brought.NOTHING))
                .contains(new PluginFault.HouseName("harmless (fragment of org.eclipse.osgi)"));
        assertThat(HouseNames.inUnits(List.of(extension), Brought.NOTHING)).isNotEmpty();
        assertThat(HouseNames.inUnits(List.of(named), new Brought(Set.of(), Set.of(named))))
                .isEmpty();
    }

    @Test
    void aBundleThatSaysSoOnlyWhenItIsHereIsRefusedToo() throws IOException {
        assertThat(inFile("sample.one;singleton:=true", null)).isEmpty();
        assertThat(inFile("sample.one", "sample.host;bundle-version=3")).isEmpty();
        assertThat(inFile("org.kontor.liar;singleton:=true", null))
                .contains(new PluginFault.HouseName("org.kontor.liar"));
        assertThat(inFile("org.eclipse.liar;singleton:=true", null))
                .contains(new PluginFault.HouseName("org.eclipse.liar"));
        assertThat(inFile("sample.leech", "org.kontor.desk;bundle-version=\"[0.1,1)\""))
                .contains(new PluginFault.HouseName("sample.leech (fragment of org.kontor.desk)"));
        assertThat(inFile("sample.leech", "org.eclipse.swt;bundle-version=3"))
                .contains(new PluginFault.HouseName("sample.leech (fragment of org.eclipse.swt)"));
    }

    private Optional<PluginFault> inFile(String name, String host) throws IOException {
        IInstallableUnit unit = unit("sample.one", "osgi.bundle", "sample.one");
        return HouseNames.inFile(bundle(name, host), unit, Brought.NOTHING);
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
