package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A product that was unpacked or copied, and what can be done to it from outside.
 *
 * @param home its folder
 * @param folder where its processes leave what they write
 */
record Installation(Path home, Path folder) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The Linux archive, unpacked into an empty folder. */
    static Installation unpacked(Path folder) throws Exception {
        Run run = Run.of(
                Files.createDirectories(folder),
                Map.of(),
                LIMIT,
                List.of("tar", "xzf", Checkout.archive("linux.gtk.x86_64").toString()));
        assertThat(run.code()).as(run.output()).isZero();
        return new Installation(folder.resolve("kontor"), folder);
    }

    /** Runs the plain p2 director of the product on itself; it must succeed. */
    String director(String... arguments) throws Exception {
        Run run = tryDirector(arguments);
        assertThat(run.code()).as(run.output()).isZero();
        return run.output();
    }

    /** The same, however it ends. */
    Run tryDirector(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                // p2 makes https of http, unless it is told that it is on loopback.
                "-Dp2.httpRule=allow",
                "-jar",
                DemoProduct.launcher(home).toString(),
                "-nosplash",
                "-data",
                folder.resolve("director").toString(),
                "-application",
                "org.eclipse.equinox.p2.director"));
        command.addAll(List.of(arguments));
        return Run.of(folder, Map.of("HOME", folder.toString()), LIMIT, command);
    }

    /** What is installed by itself, as p2 names it. */
    String roots() throws Exception {
        return director("-listInstalledRoots");
    }

    /** The state of the installation that a change can be taken back to. */
    String state() throws Exception {
        Path profiles = home.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry");
        try (var files = Files.walk(profiles)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+\\.profile(\\.gz)?"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .max((one, other) -> Long.compare(Long.parseLong(one), Long.parseLong(other)))
                    .orElseThrow();
        }
    }

    /** Runs {@code kontor plugins ...}; it must succeed. */
    String plugins(Path data, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("kontor").toString(), "plugins"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Run run = Run.of(folder, environment(), LIMIT, command);
        assertThat(run.code()).as(run.output()).isZero();
        return run.output();
    }

    /** Starts the product by its script and waits until it ends. */
    Run start(Path data, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("kontor").toString(), "--data", data.toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, environment(), LIMIT, command);
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", folder.toString());
    }
}
