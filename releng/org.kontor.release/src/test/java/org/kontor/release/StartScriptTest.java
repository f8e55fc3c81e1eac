package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script for Linux and macOS with a Java that only writes down how it was called. */
class StartScriptTest {
    private static final Path SCRIPTS = Checkout.ROOT.resolve("features/org.kontor.feature/rootfiles/unix");

    @TempDir
    private Path folder;

    private Path home;
    private Path calls;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void anInstallationInAFolderWithABlank() throws IOException {
        home = Files.createDirectories(folder.resolve("my kontor"));
        calls = folder.resolve("calls");
        for (String script : List.of("kontor", "kontor-java.sh")) {
            write(home.resolve(script), Files.readString(SCRIPTS.resolve(script)));
        }
        Files.writeString(home.resolve("kontor.args"), "-Da=b\n");
        Files.createDirectories(home.resolve("plugins"));
        Files.writeString(home.resolve("plugins/org.eclipse.equinox.launcher_1.8.0.jar"), "");
        environment.put("JAVA_HOME", java("new", "25.0.1", 0).toString());
        environment.put("HOME", folder.resolve("user").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("user data").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("user settings").toString());
    }

    @Test
    void javaGetsOurFileTheLauncherAndAFolderForItsData() throws Exception {
        Run run = start("--lang", "de");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(calls())
                .containsExactly(
                        "new @%s/kontor.args -jar %s/plugins/org.eclipse.equinox.launcher_1.8.0.jar -data %s --lang de --data %s"
                                .formatted(
                                        home,
                                        home,
                                        folder.resolve("user data/kontor/agency/workbench"),
                                        folder.resolve("user data/kontor")));
    }

    @Test
    void theDataFolderOfTheCommandLineWins() throws Exception {
        Path data = folder.resolve("other place");
        start("--data", data.toString());
        assertThat(calls().get(0))
                .contains("-data " + data + "/agency/workbench")
                .endsWith("--data " + data);
        assertThat(data).isDirectory();
    }

    @Test
    void pluginsRunWithoutAWindowOnAFolderOfTheirOwn() throws Exception {
        environment.put("JAVA_HOME", java("failing", "25", 1).toString());
        assertThat(start("plugins", "install", "a.b", "--brands", "all").code()).isEqualTo(1);
        assertThat(calls())
                .singleElement()
                .asString()
                .contains("-application org.kontor.plugins.headless -data " + folder
                        + "/user data/kontor/agency/plugins ")
                .endsWith(" install a.b --brands all --data " + folder + "/user data/kontor");
    }

    @Test
    void exitCode23StartsAgainAndOthersArePassedOn() throws Exception {
        environment.put("JAVA_HOME", java("restarting", "25", 23, 23, 7).toString());
        assertThat(start().code()).isEqualTo(7);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void anOldJavaIsPassedOverAndTheUserIsToldWhatToInstall() throws Exception {
        environment.put("JAVA_HOME", java("old", "17.0.15", 0).toString());
        Run found = Run.of(
                home,
                environment,
                Duration.ofSeconds(20),
                List.of("sh", home.resolve("kontor").toString(), "--java"));
        assertThat(found.output()).doesNotContain("/old\n");
        if (found.code() != 0) {
            assertThat(found.output()).contains("Java 25 or later").contains("JAVA_HOME");
        }
    }

    @Test
    void aJavaBesideTheScriptComesFirst() throws Exception {
        Files.move(java("jre", "25", 0), home.resolve("jre"));
        start();
        assertThat(calls().get(0)).startsWith("jre ");
    }

    @Test
    void aUsersOwnArgumentsComeAfterOurs() throws Exception {
        Path own = folder.resolve("user settings/kontor/kontor.args");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "-Xmx1g\n");
        start();
        assertThat(calls().get(0)).contains("kontor.args @" + own + " -jar");
    }

    @Test
    void theScriptWorksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("kontor-link"), home.resolve("kontor"));
        Run run = Run.of(folder, environment, Duration.ofSeconds(20), List.of("sh", link.toString()));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aBrokenInstallationSaysWhatIsMissing() throws Exception {
        Files.delete(home.resolve("plugins/org.eclipse.equinox.launcher_1.8.0.jar"));
        Run run = start();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("unpack the archive again");
    }

    @Test
    void stoppingTheScriptStopsJava() throws Exception {
        Path java = folder.resolve("waiting");
        Path ready = folder.resolve("ready");
        Path stopped = folder.resolve("stopped");
        write(
                java.resolve("bin/java"),
                "#!/bin/sh\ntrap 'touch \"" + stopped + "\"; exit 5' TERM\ntouch '" + ready
                        + "'\nwhile :; do read -r _ < '" + fifo() + "'; done\n");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25\"\n");
        environment.put("JAVA_HOME", java.toString());
        ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("kontor").toString()).directory(home.toFile());
        builder.environment().putAll(environment);
        Process script = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            waitFor(ready);
            script.destroy();
            assertThat(script.waitFor()).isEqualTo(5);
            assertThat(stopped).exists();
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    private static void waitFor(Path file) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("%s did not appear", file).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Path fifo() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(Run.of(folder, Map.of(), Duration.ofSeconds(5), List.of("mkfifo", fifo.toString()))
                        .code())
                .isZero();
        return fifo;
    }

    private Run start(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("kontor").toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, environment, Duration.ofSeconds(20), command);
    }

    private List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A Java that writes its arguments down and ends with one exit code after the other. */
    private Path java(String name, String version, int... codes) throws IOException {
        Path java = folder.resolve(name);
        StringBuilder script = new StringBuilder("#!/bin/sh\necho \"" + name + " $*\" >> '" + calls + "'\n");
        script.append("case $(wc -l < '").append(calls).append("') in\n");
        for (int i = 0; i < codes.length; i++) {
            script.append(i + 1).append(") exit ").append(codes[i]).append(";;\n");
        }
        write(java.resolve("bin/java"), script.append("esac\n").toString());
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return java;
    }

    private static void write(Path script, String text) throws IOException {
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
