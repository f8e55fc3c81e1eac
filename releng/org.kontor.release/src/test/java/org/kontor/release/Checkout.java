package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this build left what the tests look at. */
final class Checkout {
    static final Path ROOT = Path.of(System.getProperty("kontor.root"));
    static final Path PRODUCTS = ROOT.resolve("releng/org.kontor.product/target/products");

    private Checkout() {}

    /** The one archive for a system, such as {@code linux.gtk.x86_64}. */
    static Path archive(String system) {
        try (Stream<Path> files = Files.list(PRODUCTS)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().contains(system + "."))
                    .toList();
            assertThat(found).as("archives for %s in %s", system, PRODUCTS).hasSize(1);
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
