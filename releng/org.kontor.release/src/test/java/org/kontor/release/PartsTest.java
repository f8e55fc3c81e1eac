package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Path OUTPUT = Checkout.ROOT.resolve("releng/org.kontor.release/target");

    private final List<Part> parts = Site.of(Checkout.ROOT).parts();
    private final Licences licences = Licences.load();

    @Test
    void everyPartThatShipsHasALicenceSomebodyLookedUp() {
        assertThat(parts).isNotEmpty();
        assertThat(parts)
                .filteredOn(part -> licences.of(part.name()).isEmpty())
                .as("look their licences up and add them to licences.properties")
                .isEmpty();
    }

    @Test
    void theListInEveryInstallationNamesExactlyWhatShips() throws Exception {
        assertThat(Files.readString(Licences.file(Checkout.ROOT)))
                .as("if the licences are right, copy %s over it", OUTPUT.resolve("THIRD-PARTY.md"))
                .isEqualTo(licences.list(parts));
    }

    @Test
    void theLongestNameThatFitsDecidesTheLicence() {
        assertThat(licences.of("org.eclipse.swt")).contains("EPL-2.0");
        assertThat(licences.of("org.eclipse.jetty.server")).contains("EPL-2.0 OR Apache-2.0");
        assertThat(licences.of("com.example.unknown")).isEmpty();
    }

    @Test
    void theBillOfMaterialsIsValidAndComplete() throws Exception {
        Path file = OUTPUT.resolve(BillOfMaterials.FILE);
        assertThat(new JsonParser().validate(file.toFile(), BillOfMaterials.SPECIFICATION))
                .isEmpty();
        Bom bom = new JsonParser().parse(file.toFile());
        assertThat(bom.getComponents()).extracting(Component::getName).containsExactlyElementsOf(names());
        assertThat(bom.getComponents()).allSatisfy(component -> {
            assertThat(component.getLicenses()).as(component.getName()).isNotNull();
            assertThat(component.getHashes()).as(component.getName()).isNotEmpty();
        });
    }

    @Test
    void theLicenceTextIsComplete() throws Exception {
        assertThat(Files.readString(Checkout.ROOT.resolve("LICENSE")))
                .startsWith("Eclipse Public License - v 2.0")
                .contains("1. DEFINITIONS", "2. GRANT OF RIGHTS", "3. REQUIREMENTS", "4. COMMERCIAL DISTRIBUTION")
                .contains("5. NO WARRANTY", "6. DISCLAIMER OF LIABILITY", "7. GENERAL", "Exhibit A")
                .endsWith("You may add additional accurate notices of copyright ownership.\n");
    }

    @Test
    void noTestLibraryShips() {
        // GreenMail imports JUnit 4, so that the demo brings it along.
        assertThat(names()).noneMatch(name -> name.matches("junit.*|org\\.junit.*|.*assertj.*"));
        assertThat(Site.of(Checkout.ROOT).features()).contains("org.kontor.feature", "org.kontor.demo.feature");
    }

    private List<String> names() {
        return parts.stream().map(Part::name).toList();
    }
}
