package org.kontor.plugins.internal.p2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.eclipse.equinox.p2.metadata.Version;
import org.eclipse.equinox.p2.metadata.VersionRange;
import org.eclipse.equinox.p2.query.CollectionResult;
import org.junit.jupiter.api.Test;
import org.kontor.api.plugin.PluginFault;

class MissingTest {
    @Test
    void whatIsMissingIsNamedWithWhoNeedsIt() {
        IInstallableUnit bundle = unit("a.bundle", requires("java.package", "b.api", "[1.0.0,2.0.0)", null));
        IInstallableUnit feature =
                unit("a.feature.group", requires("org.eclipse.equinox.p2.iu", "a.bundle", "[1.0.0,1.0.0]", null));
        Missing missing = new Missing(new CollectionResult<>(List.of(bundle, feature)), Map.of());
        assertThat(missing.of(List.of(feature)))
                .contains(new PluginFault.NeedsMissing("a.bundle", "package b.api [1.0.0,2.0.0)"));
    }

    @Test
    void whatOnlyAnotherSystemNeedsIsNotMissed() {
        IInstallableUnit feature =
                unit("a.feature.group", requires("org.eclipse.equinox.p2.iu", "a.win", "0.0.0", "(osgi.os=win32)"));
        CollectionResult<IInstallableUnit> site = new CollectionResult<>(List.of(feature));
        assertThat(new Missing(site, Map.of("osgi.os", "linux")).of(List.of(feature)))
                .isEmpty();
        assertThat(new Missing(site, Map.of("osgi.os", "win32")).of(List.of(feature)))
                .contains(new PluginFault.NeedsMissing("a", "a.win 0.0.0"));
    }

    private static IRequirement requires(String namespace, String name, String range, String filter) {
        return MetadataFactory.createRequirement(
                namespace,
                name,
                VersionRange.create(range),
                filter == null ? null : org.eclipse.equinox.internal.p2.metadata.InstallableUnit.parseFilter(filter),
                false,
                false);
    }

    private static IInstallableUnit unit(String id, IRequirement requirement) {
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId(id);
        description.setVersion(Version.createOSGi(1, 0, 0));
        description.setCapabilities(new IProvidedCapability[] {
            MetadataFactory.createProvidedCapability(IInstallableUnit.NAMESPACE_IU_ID, id, Version.createOSGi(1, 0, 0))
        });
        description.setRequirements(new IRequirement[] {requirement});
        return MetadataFactory.createInstallableUnit(description);
    }
}
