package org.kontor.release.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An installed product with the demo in it, whose processes are started without its script: what is killed is Java itself. */
final class Product {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final long END_SECONDS = 20;

    private final Path home;

    /** @param home the unpacked product */
    Product(Path home) {
        this.home = home;
    }

    /** The runner without a window, with a simulated agency at the other end and an agent that answers everything. */
    Process headless(Path data, String simulator, Path acknowledged, Path output) throws IOException {
        return start(
                output,
                List.of(
                        JAVA,
                        "@" + home.resolve("kontor.args"),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar("org.eclipse.equinox.launcher_").toString(),
                        "-nosplash",
                        "-data",
                        data.resolve("demo/workbench").toString(),
                        "-application",
                        "org.kontor.runner.headless",
                        "--demo",
                        "--data",
                        data.toString(),
                        "--simulator",
                        simulator,
                        "--autopilot",
                        acknowledged.toString()));
    }

    /** The simulator, which ends with this process. */
    Process simulator(Path state, Path ports, long seed, Path output) throws IOException {
        return start(
                output,
                List.of(
                        JAVA,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        home.resolve("plugins") + "/*",
                        "org.kontor.simulator.SimulatorMain",
                        "--state",
                        state.toString(),
                        "--port-file",
                        ports.toString(),
                        "--seed",
                        Long.toString(seed),
                        "--no-script",
                        "--parent",
                        Long.toString(ProcessHandle.current().pid())));
    }

    private Process start(Path output, List<String> command) throws IOException {
        return new ProcessBuilder(new ArrayList<>(command))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private Path jar(String name) throws IOException {
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the threads of a Java process are at, virtual ones too; for the message of a failure. */
    static String threads(Process process) throws IOException, InterruptedException {
        Path dump = Files.createTempFile("threads", ".txt");
        Process jcmd = new ProcessBuilder(
                        Path.of(JAVA).resolveSibling("jcmd").toString(),
                        Long.toString(process.pid()),
                        "Thread.dump_to_file",
                        "-overwrite",
                        dump.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!jcmd.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            jcmd.destroyForcibly();
        }
        String threads = Files.readString(dump);
        Files.delete(dump);
        return threads;
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed by the process. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGTERM, and a SIGKILL for one that does not listen. */
    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            kill(process);
        }
    }
}
