package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestRuleTest {
    private static final String API = "org.kontor.api";
    private final ManifestRule rule = new ManifestRule();
    private TinyHouse house;

    @BeforeEach
    void oneGoodBundle(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle(
                        API,
                        "Export-Package: org.kontor.api.id;version=\"0.1.0\",org.kontor.api.text;version=\"0.1.0\"",
                        "Import-Package: org.jspecify.annotations;version=\"[1.0.0,2.0.0)\"")
                .type(API, "org.kontor.api.id.Id", "public interface Id {}");
    }

    @Test
    void aGoodBundlePasses() {
        assertThat(house.breaches(rule)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Bundle-SymbolicName: org.kontor.core       | Bundle-SymbolicName is 'org.kontor.core'
                    Automatic-Module-Name: kontor.api          | Automatic-Module-Name is 'kontor.api'
                    Bundle-RequiredExecutionEnvironment: JavaSE-17 | must be JavaSE-21
                    Bundle-Version: 0.1.0                      | must end in .qualifier
                    Bundle-Activator: org.kontor.api.Activator | no activators
                    Export-Package: org.kontor.api.internal.x;version="0.1.0" | which is internal
                    Export-Package: org.kontor.api.internal;version="0.1.0" | which is internal
                    Export-Package: org.kontor.api.id          | without a version
                    Import-Package: org.kontor.store.port;version="0.1.0" | without a version range
                    Require-Bundle: org.eclipse.swt,org.kontor.store | requires the bundle org.kontor.store
                    """)
    void aBadHeaderIsNamed(String header, String said) {
        house.bundle(API, header);
        assertThat(house.breaches(rule)).hasSize(1).allMatch(line -> line.contains(API) && line.contains(said));
    }

    @Test
    void aSingletonKeepsItsName() {
        house.bundle(API, "Bundle-SymbolicName: org.kontor.api;singleton:=true");
        assertThat(house.breaches(rule)).isEmpty();
    }

    @Test
    void aVersionRangeWithACommaIsOneClause() {
        house.bundle(API, "Import-Package: org.kontor.ui.api;version=\"[0.1.0,0.2.0)\",org.osgi.framework");
        assertThat(house.breaches(rule)).isEmpty();
    }

    @Test
    void onlyTheNamedBundlesExport() {
        house.bundle("org.kontor.store", "Export-Package: org.kontor.store.port;version=\"0.1.0\"");
        assertThat(house.breaches(rule)).anyMatch(line -> line.startsWith("org.kontor.store exports packages"));
    }

    @Test
    void aClassOutsideTheRootPackageIsFound() {
        house.type(API, "org.kontor.other.Stray", "class Stray {}");
        assertThat(house.breaches(rule))
                .contains("org.kontor.api/src/org/kontor/other/Stray.java is outside the bundle's root package");
    }

    @Test
    void aClassInAnotherBundlesPackageIsFound() {
        house.bundle("org.kontor.channel.mail")
                .bundle("org.kontor.channel")
                .type("org.kontor.channel", "org.kontor.channel.mail.Stray", "class Stray {}");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("in a package of org.kontor.channel.mail"));
    }

    @Test
    void aComponentNeedsALazyBundle() {
        house.library(
                        "org.osgi.service.component.annotations.Component",
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)"
                                + " public @interface Component {}")
                .bundle("org.kontor.desk")
                .type(
                        "org.kontor.desk",
                        "org.kontor.desk.internal.Front",
                        "@org.osgi.service.component.annotations.Component class Front {}");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("needs Bundle-ActivationPolicy: lazy"));
        house.bundle("org.kontor.desk", "Bundle-ActivationPolicy: lazy");
        assertThat(house.breaches(rule)).isEmpty();
    }

    @Test
    void generatedComponentXmlIsNeitherCommittedNorListed() {
        house.file(API, "OSGI-INF/front.xml", "<x/>")
                .file(API, "build.properties", "bin.includes = META-INF/,.,OSGI-INF/\n");
        assertThat(house.breaches(rule)).hasSize(2);
    }

    @Test
    void testsWithoutAHostAreRefused() {
        house.bundle("org.kontor.api.tests");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("Fragment-Host is missing"));
        house.bundle("org.kontor.api.tests", "Fragment-Host: org.kontor.api");
        assertThat(house.breaches(rule)).isEmpty();
    }
}
