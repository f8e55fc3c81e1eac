package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.release.TinySite.Offer;

/**
 * Plug-ins on the command line of the Linux archive alone, from a real p2 site over HTTP on loopback: what a person at a
 * terminal or a script of IT does.
 */
class PluginsTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Path home;
    private TinySite site;

    @BeforeEach
    void anInstallationAndASite() throws Exception {
        Run run = Run.of(
                folder,
                Map.of(),
                LIMIT,
                List.of("tar", "xzf", Checkout.archive("linux.gtk.x86_64").toString()));
        assertThat(run.code()).as(run.output()).isZero();
        home = folder.resolve("kontor");
        site = new TinySite(folder.resolve("site"));
        site.offer(new Offer("tiny.one", "1.0.0"));
    }

    @AfterEach
    void closeTheSite() {
        site.close();
    }

    @Test
    void aPluginIsInstalledUpdatedRolledBackWithoutItsSiteAndUninstalled() throws Exception {
        assertThat(done("available", "--site", site.address().toString()))
                .contains("tiny.one 1.0.0 (The tiny.one, Tiny Works)");
        assertThat(done("install", "tiny.one", "--site", site.address().toString()))
                .contains("added tiny.one 1.0.0");
        assertThat(done("sites")).contains(site.address().toString());
        assertThat(list()).containsExactly("org.kontor.product", "tiny.one 1.0.0");
        assertThat(bundlesInfo()).contains("tiny.one.bundle,1.0.0,");

        assertThat(done("update")).contains("nothing had to be changed");
        site.offer(new Offer("tiny.one", "1.1.0"));
        assertThat(done("update", "--check")).contains("tiny.one 1.1.0", "installed: 1.0.0");
        assertThat(done("update", "tiny.one")).contains("removed tiny.one 1.0.0", "added tiny.one 1.1.0");
        assertThat(list()).containsExactly("org.kontor.product", "tiny.one 1.1.0");

        site.close();
        assertThat(failed("available")).contains(site.address().toString(), "did not answer");
        JsonNode states = json("history");
        assertThat(states).hasSize(3);
        assertThat(states)
                .allSatisfy(state -> assertThat(state.get("kept").asBoolean()).isTrue());
        assertThat(done("rollback")).contains("removed tiny.one 1.1.0", "added tiny.one 1.0.0");
        assertThat(list()).containsExactly("org.kontor.product", "tiny.one 1.0.0");
        assertThat(bundlesInfo()).contains("tiny.one.bundle,1.0.0,").doesNotContain("tiny.one.bundle,1.1.0,");

        assertThat(done("uninstall", "tiny.one")).contains("removed tiny.one 1.0.0");
        assertThat(list()).containsExactly("org.kontor.product");
        String update = states.get(0).get("state").asText();
        assertThat(done("rollback", update)).contains("added tiny.one 1.1.0");
        assertThat(list()).containsExactly("org.kontor.product", "tiny.one 1.1.0");
        onlyTheLastThreeStatesAreKept(states.get(1).get("state").asText());
    }

    /** After five changes; the site is gone. */
    private void onlyTheLastThreeStatesAreKept(String first) throws Exception {
        assertThat(failed("rollback", first)).contains("cannot be brought back", first);
        assertThat(plugins()).anyMatch(file -> file.startsWith("tiny.one.bundle_1.0.0"));
        // The way back to the last three is there, and leads past 1.0.0, which then nothing needs any more.
        assertThat(done("rollback")).contains("removed tiny.one 1.1.0");
        assertThat(done("rollback")).contains("added tiny.one 1.1.0");
        JsonNode left = json("history");
        assertThat(left).hasSize(1 + 3);
        assertThat(left)
                .allSatisfy(state -> assertThat(state.get("kept").asBoolean()).isTrue());
        assertThat(plugins())
                .noneMatch(file -> file.startsWith("tiny.one.bundle_1.0.0"))
                .anyMatch(file -> file.startsWith("tiny.one.bundle_1.1.0"));
        try (Stream<Path> files = Files.walk(home.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\d+\\.profile(\\.gz)?")))
                    .hasSize(1 + 3);
        }
    }

    private List<String> plugins() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whatMustNotComeInDoesNotAndTheReasonIsSaid() throws Exception {
        site.offer(new Offer("tiny.evil", "1.0.0", "org.kontor.evil", "org.kontor.evil", "", true));
        site.offer(new Offer("tiny.liar", "1.0.0", "tiny.liar.bundle", "org.kontor.liar", "", true));
        site.offer(new Offer(
                "tiny.leech", "1.0.0", "tiny.leech.bundle", "tiny.leech fragment of org.kontor.api", "", true));
        site.offer(new Offer("tiny.platform", "1.0.0", "org.eclipse.evil", "org.eclipse.evil", "", true));
        site.offer(new Offer("tiny.eclipse", "1.0.0", "tiny.eclipse.bundle", "org.eclipse.liar", "", true));
        site.offer(new Offer(
                "tiny.tick", "1.0.0", "tiny.tick.bundle", "tiny.tick fragment of org.eclipse.osgi", "", true));
        site.offer(new Offer("tiny.needy", "1.0.0", "tiny.needy.bundle", "tiny.needy.bundle", "some.library", true));
        site.offer(new Offer("tiny.forged", "1.0.0", "tiny.forged.bundle", "tiny.forged.bundle", "", false));
        done("sites", "add", site.address().toString());
        String before = bundlesInfo();

        assertThat(failed("install", "tiny.evil")).contains("org.kontor.evil", "refused");
        assertThat(failed("install", "tiny.liar")).contains("org.kontor.liar", "refused");
        assertThat(failed("install", "tiny.leech")).contains("fragment of org.kontor.api", "refused");
        assertThat(failed("install", "tiny.platform")).contains("org.eclipse.evil", "the platform", "refused");
        assertThat(failed("install", "tiny.eclipse")).contains("org.eclipse.liar", "refused");
        assertThat(failed("install", "tiny.tick")).contains("fragment of org.eclipse.osgi", "refused");
        assertThat(failed("install", "tiny.needy")).contains("tiny.needy.bundle needs bundle some.library 1.0.0");
        assertThat(failed("install", "tiny.forged")).contains("not what the site had announced");
        assertThat(failed("install", "tiny.nothing")).contains("There is no plug-in tiny.nothing");
        assertThat(failed("uninstall", "org.kontor.product")).contains("There is no plug-in org.kontor.product");
        assertThat(failed("install", "tiny.one", "--site", "http://example.com"))
                .contains("https://");
        assertThat(kontor("jump").code()).isEqualTo(2);

        assertThat(bundlesInfo()).isEqualTo(before);
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            assertThat(plugins).noneMatch(file -> file.getFileName().toString().startsWith("tiny."));
        }
        assertThat(list()).containsExactly("org.kontor.product");
    }

    @Test
    void whileAnotherChangesTheInstallationItIsLeftAlone() throws Exception {
        done("sites", "add", site.address().toString());
        try (FileChannel channel = FileChannel.open(
                        home.resolve("p2/kontor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(failed("install", "tiny.one")).contains("Another window or command");
        }
        done("install", "tiny.one");
        assertThat(list()).hasSize(2);
    }

    private List<String> list() throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode plugin : json("list")) {
            String id = plugin.get("id").asText();
            lines.add(
                    plugin.get("house").asBoolean()
                            ? id
                            : id + " " + plugin.get("version").asText());
        }
        return lines;
    }

    private JsonNode json(String verb) throws Exception {
        String output = done(verb, "--json");
        return new ObjectMapper().readTree(output.substring(output.indexOf('[')));
    }

    private String bundlesInfo() throws IOException {
        return Files.readString(home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
    }

    private String done(String... words) throws Exception {
        Run run = kontor(words);
        assertThat(run.code()).as(run.output()).isZero();
        return run.output();
    }

    private String failed(String... words) throws Exception {
        Run run = kontor(words);
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        return run.output();
    }

    private Run kontor(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("kontor").toString(), "plugins", "--data", folder + "/data"));
        command.addAll(List.of(words));
        return Run.of(
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", folder.toString(), "LC_ALL", "C.UTF-8"),
                LIMIT,
                command);
    }
}
