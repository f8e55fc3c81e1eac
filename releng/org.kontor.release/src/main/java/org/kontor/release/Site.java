package org.kontor.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The update site that the build made. All that ships comes from it.
 *
 * @param folder where it lies
 */
public record Site(Path folder) {
    private static final String OURS = "org.kontor.";

    /** The site of the checkout at {@code root}. */
    public static Site of(Path root) {
        return new Site(root.resolve("releng/org.kontor.product/target/repository"));
    }

    /** Every bundle on the site that is not ours, by name and version. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Element unit : units()) {
            Map<String, String> properties = properties(unit);
            String name = unit.getAttribute("id");
            String version = unit.getAttribute("version");
            boolean bundle = artifacts(unit).contains("osgi.bundle");
            if (bundle && !name.startsWith(OURS)) {
                parts.add(new Part(
                        name,
                        version,
                        maven(properties, "groupId"),
                        maven(properties, "artifactId"),
                        maven(properties, "version")));
            }
        }
        parts.sort(Comparator.comparing(Part::name).thenComparing(Part::version));
        return List.copyOf(parts);
    }

    /** The ids of all features on the site. */
    public List<String> features() {
        return units().stream()
                .map(unit -> unit.getAttribute("id"))
                .filter(id -> id.endsWith(".feature.group"))
                .map(id -> id.substring(0, id.length() - ".feature.group".length()))
                .sorted()
                .toList();
    }

    private List<Element> units() {
        NodeList found = metadata().getElementsByTagName("unit");
        List<Element> units = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            units.add((Element) found.item(i));
        }
        return units;
    }

    private Document metadata() {
        try (ZipFile jar = new ZipFile(folder.resolve("content.jar").toFile());
                InputStream xml = jar.getInputStream(jar.getEntry("content.xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("no update site in " + folder, e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the metadata of " + folder + " cannot be read", e);
        }
    }

    private static Map<String, String> properties(Element unit) {
        Map<String, String> properties = new HashMap<>();
        NodeList found = unit.getElementsByTagName("property");
        for (int i = 0; i < found.getLength(); i++) {
            Element property = (Element) found.item(i);
            properties.putIfAbsent(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    /** A coordinate; bundles that the build had to wrap keep theirs under another name. */
    private static String maven(Map<String, String> properties, String coordinate) {
        String wrapped = properties.getOrDefault("maven-wrapped-" + coordinate, "");
        return properties.getOrDefault("maven-" + coordinate, wrapped);
    }

    private static List<String> artifacts(Element unit) {
        List<String> classifiers = new ArrayList<>();
        NodeList found = unit.getElementsByTagName("artifact");
        for (int i = 0; i < found.getLength(); i++) {
            classifiers.add(((Element) found.item(i)).getAttribute("classifier"));
        }
        return classifiers;
    }
}
