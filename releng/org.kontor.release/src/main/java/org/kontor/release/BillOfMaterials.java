package org.kontor.release;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;
import org.cyclonedx.util.BomUtils;

/** Writes the CycloneDX bill of materials of what ships, and the list of licences as it should be. */
public final class BillOfMaterials {
    /** The bill's name in the output folder. */
    public static final String FILE = "kontor.cdx.json";

    /** The specification that the bill is written for and checked against. */
    public static final Version SPECIFICATION = Version.VERSION_16;

    private BillOfMaterials() {}

    /**
     * Writes both files.
     *
     * @param arguments the checkout's top folder, the output folder
     */
    public static void main(String[] arguments) throws IOException, GeneratorException {
        Path root = Path.of(arguments[0]);
        Path output = Files.createDirectories(Path.of(arguments[1]));
        Site site = Site.of(root);
        List<Part> parts = site.parts();
        Licences licences = Licences.load();
        Files.writeString(output.resolve("THIRD-PARTY.md"), licences.list(parts));
        Bom bom = bom(site, parts, licences);
        Files.writeString(
                output.resolve(FILE),
                BomGeneratorFactory.createJson(SPECIFICATION, bom).toJsonString());
    }

    private static Bom bom(Site site, List<Part> parts, Licences licences) throws IOException {
        Component kontor = new Component();
        kontor.setType(Component.Type.APPLICATION);
        kontor.setName("kontor");
        kontor.setVersion("0.1.0");
        kontor.setLicenses(choice("EPL-2.0"));
        Metadata metadata = new Metadata();
        metadata.setComponent(kontor);
        Bom bom = new Bom();
        bom.setMetadata(metadata);
        for (Part part : parts) {
            bom.addComponent(component(site, part, licences));
        }
        return bom;
    }

    private static Component component(Site site, Part part, Licences licences) throws IOException {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(part.name());
        component.setVersion(part.version());
        component.setBomRef(part.name() + "@" + part.version());
        Path jar = site.folder().resolve("plugins").resolve(part.name() + "_" + part.version() + ".jar");
        component.setHashes(BomUtils.calculateHashes(jar.toFile(), SPECIFICATION));
        licences.of(part.name()).map(BillOfMaterials::choice).ifPresent(component::setLicenses);
        if (!part.group().isEmpty()) {
            component.setGroup(part.group());
            component.setPurl(purl(part));
        }
        return component;
    }

    private static LicenseChoice choice(String expression) {
        LicenseChoice choice = new LicenseChoice();
        choice.setExpression(new Expression(expression));
        return choice;
    }

    private static PackageURL purl(Part part) {
        try {
            return new PackageURL("maven", part.group(), part.artifact(), part.mavenVersion(), null, null);
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException(part.name() + " has odd Maven coordinates", e);
        }
    }
}
