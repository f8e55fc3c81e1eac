package org.kontor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repository as it was built: every bundle there is, its manifest, sources and compiled classes. Bundles that come
 * later are seen without a change here.
 *
 * @param root the checkout's top folder
 * @param bundles all bundles, by name
 * @param classes the product classes of all bundles; tests are not among them
 */
public record House(Path root, List<Bundle> bundles, JavaClasses classes) {
    /** The namespace that every bundle's name begins with. */
    public static final String NAMESPACE = "org.kontor.";

    /**
     * Reads the repository at {@code root}.
     *
     * @throws IllegalStateException where a bundle has sources but was not compiled, since a rule over missing classes
     *     would pass for nothing
     */
    public static House read(Path root) {
        List<Bundle> bundles = bundlesOf(root);
        for (Bundle bundle : bundles) {
            if (!bundle.isTests() && !bundle.sources("src").isEmpty() && !Files.isDirectory(bundle.classes())) {
                throw new IllegalStateException(bundle.name() + " is not compiled; build it first");
            }
        }
        List<Path> compiled = bundles.stream()
                .filter(bundle -> !bundle.isTests())
                .map(Bundle::classes)
                .filter(Files::isDirectory)
                .toList();
        return new House(root, bundles, new ClassFileImporter().importPaths(compiled));
    }

    /** The product bundles: all but test fragments. */
    public List<Bundle> products() {
        return bundles.stream().filter(bundle -> !bundle.isTests()).toList();
    }

    /** The name of the bundle that a package belongs to, without the namespace; empty for packages of others. */
    public Optional<String> ownerOf(String packageName) {
        return bundles.stream()
                .filter(bundle -> !bundle.isTests())
                .map(Bundle::name)
                .filter(name -> packageName.equals(name) || packageName.startsWith(name + "."))
                .max(Comparator.comparingInt(String::length))
                .map(name -> name.substring(NAMESPACE.length()));
    }

    /** The product classes that lie in {@code bundle}, by name. */
    public List<JavaClass> classesOf(Bundle bundle) {
        String own = bundle.name().substring(NAMESPACE.length());
        return classes.stream()
                .filter(type ->
                        ownerOf(type.getPackageName()).filter(own::equals).isPresent())
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    private static List<Bundle> bundlesOf(Path root) {
        try (Stream<Path> folders = Files.list(root.resolve("bundles"))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .map(Bundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
