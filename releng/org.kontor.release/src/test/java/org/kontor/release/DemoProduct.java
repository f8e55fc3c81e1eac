package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The product for this machine with the demo in it, as a user has it who installed the demo from the site. */
public final class DemoProduct {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private DemoProduct() {}

    /**
     * Makes a copy that a test may do with as it likes: of the one that ./kontor made if it did, else from the archive and
     * the site of this build.
     *
     * @return its folder
     */
    public static Path copyTo(Path folder) throws Exception {
        Files.createDirectories(folder);
        String made = System.getenv("KONTOR_PRODUCT");
        if (made != null) {
            run(folder, "cp", "-R", made, folder.resolve("kontor").toString());
            return folder.resolve("kontor");
        }
        run(folder, "tar", "xzf", Checkout.archive("linux.gtk.x86_64").toString());
        Path home = folder.resolve("kontor");
        run(
                folder,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                launcher(home).toString(),
                "-nosplash",
                "-data",
                folder.resolve("director").toString(),
                "-application",
                "org.eclipse.equinox.p2.director",
                "-repository",
                Site.of(Checkout.ROOT).folder().toUri().toString(),
                "-installIU",
                "org.kontor.demo.feature.feature.group");
        return home;
    }

    private static void run(Path folder, String... command) throws Exception {
        Run run = Run.of(folder, Map.of("HOME", folder.toString()), LIMIT, List.of(command));
        assertThat(run.code()).as(run.output()).isZero();
    }

    /** The launcher of an installed product. */
    static Path launcher(Path home) throws Exception {
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
