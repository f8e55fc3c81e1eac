package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of ./kontor that decide something: what counts as passed, what is missing, what has changed. */
class CheckoutScriptTest {
    private static final String PASSED = "<testcase name=\"a\" classname=\"T\"/>";
    private static final String FAILED =
            "<testcase name=\"b\" classname=\"T\"><failure message=\"one &lt;two&gt;&#10;more\"/></testcase>";

    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(root.resolve("bundles"));
        Files.createDirectories(root.resolve("releng"));
        Files.createDirectories(root.resolve("work"));
    }

    @Test
    void theSummaryAddsAllReportsUpAndEndsWithThePlainLine() throws Exception {
        report("bundles/one", 3, 0, 0, 0, PASSED);
        report("bundles/two.tests", 5, 0, 0, 1, "<testcase name=\"c\" classname=\"T\"><skipped/></testcase>");
        report("releng/three", 2, 0, 0, 0, PASSED);
        Run run = summary("no");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("skipped: T.c").endsWith("\n9 passed, 0 failed, 1 skipped\n");
    }

    @Test
    void aFailureOrAnErrorFailsAndIsNamed() throws Exception {
        report("bundles/one", 4, 1, 1, 0, PASSED + FAILED);
        Run run = summary("no");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("failed: T.b: one <two>").endsWith("\n2 passed, 2 failed, 0 skipped\n");
    }

    @Test
    void whereNothingRanNothingPassed() throws Exception {
        assertThat(summary("no").code()).isEqualTo(1);
    }

    @Test
    void strictFailsOnWhatWasSkippedUnlessOnlySchemasAreMissing() throws Exception {
        report(
                "bundles/one",
                2,
                0,
                0,
                1,
                "<testcase name=\"c\" classname=\"T\">"
                        + "<skipped message=\"Environment variable [KONTOR_SCHEMAS] does not exist\"/></testcase>");
        assertThat(summary("yes").code()).isZero();
        report("bundles/two", 2, 0, 0, 1, "<testcase name=\"c\" classname=\"U\"><skipped message=\"no\"/></testcase>");
        assertThat(summary("no").code()).isZero();
        assertThat(summary("yes").code()).isEqualTo(1);
    }

    @Test
    void strictFailsOnAServerThatCouldNotRun() throws Exception {
        report("bundles/one", 1, 0, 0, 0, PASSED);
        Run run = bash("cannot_run 'tests against mail'; summary yes yes");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("CANNOT RUN: tests against mail", "could not run: tests against mail");
        assertThat(bash("cannot_run 'tests against mail'; summary no yes").code())
                .isZero();
    }

    @Test
    void aMissingPackageIsNamedWithTheCommandThatInstallsIt() throws Exception {
        program("apt-get", "exit 0");
        Path list = Files.writeString(root.resolve("list"), "# why\nbash bash\nno-such-thing /no/such/*/thing\n\n");
        Run run = bash("install=no; have_packages '" + list + "' || echo refused");
        assertThat(run.output())
                .contains("apt-get install --no-install-recommends no-such-thing\n")
                .contains("refused")
                .doesNotContain("recommends bash");
    }

    @Test
    void servicesAreKeptFromStartingOnlyWhilePackagesAreInstalled() throws Exception {
        Path policy = Files.writeString(root.resolve("policy"), "the machine's own");
        environment.put("KONTOR_POLICY", policy.toString());
        program("apt-get", "cat '" + policy + "' >'" + root + "/seen'");
        assertThat(bash("apt_install x").code()).isZero();
        assertThat(root.resolve("seen")).content().contains("exit 101");
        assertThat(policy).hasContent("the machine's own");
        program("apt-get", "exit 1");
        bash("apt_install x");
        assertThat(policy).hasContent("the machine's own");
    }

    @Test
    void aBuildIsNeededWhenASourceChangesAndNotWhenOutputDoes() throws Exception {
        for (String folder :
                List.of(".mvn", "features", "targetplatform", "releng/org.kontor.product", "releng/samples")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("LICENSE"), "text");
        Path source = Files.writeString(root.resolve("bundles/A.java"), "class A {}");
        String before = bash("source_hash").output();
        Files.createDirectories(root.resolve("bundles/a/target"));
        Files.writeString(root.resolve("bundles/a/target/A.class"), "x");
        assertThat(bash("source_hash").output()).isEqualTo(before);
        Files.writeString(source, "class A { }");
        String changed = bash("source_hash").output();
        assertThat(changed).isNotEqualTo(before);
        Files.delete(source);
        assertThat(bash("source_hash").output()).isNotEqualTo(changed).isNotEqualTo(before);
    }

    @Test
    void stoppingTheScriptUndoesWhatItBeganInReverseOrder() throws Exception {
        Run run = bash("at_exit 'echo first'; at_exit 'echo second'; exit 3");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.output()).isEqualTo("second\nfirst\n");
    }

    @Test
    void aSignalEndsABuildAtOnceAndMavenWithIt() throws Exception {
        program(
                "../work/tools/apache-maven-3.9.11/bin/mvn",
                "kill -TERM $SCRIPT; sleep 20; touch " + root + "/finished");
        Run run = bash("mkdir -p $work; export SCRIPT=$$; maven verify; echo went on");
        assertThat(run.code()).as(run.output()).isEqualTo(143);
        assertThat(run.output()).doesNotContain("went on");
        assertThat(root.resolve("finished")).doesNotExist();
    }

    @Test
    void helpIsThereAndAnUnknownWordIsRefused() throws Exception {
        Run help = Run.of(root, Map.of(), Duration.ofSeconds(20), List.of(kontor(), "--help"));
        assertThat(help.output())
                .contains("verify [--strict]", "bench", "soak", "product", "plugins COMMAND", "clean", "--data DIR");
        assertThat(help.output()).contains("--shots DIR --all", "pictures");
        Run alone = Run.of(root, Map.of(), Duration.ofSeconds(20), List.of(kontor(), "--all"));
        assertThat(alone.output()).contains("--all goes with --shots DIR");
        Run odd = Run.of(root, Map.of(), Duration.ofSeconds(20), List.of(kontor(), "verfiy"));
        assertThat(odd.code()).isEqualTo(1);
        assertThat(odd.output()).contains("there is no command 'verfiy'");
    }

    private static String kontor() {
        return Checkout.ROOT.resolve("kontor").toString();
    }

    @Test
    void aReleaseIsGatheredWithChecksumsThatHold() throws Exception {
        Path archives = Files.createDirectories(root.resolve("work"));
        Files.writeString(archives.resolve("kontor-0.1.0-SNAPSHOT-linux.tar.gz"), "linux");
        Files.writeString(
                Files.createDirectories(root.resolve("work/s/plugins")).resolve("one.jar"), "jar");
        Files.writeString(
                Files.createDirectories(root.resolve("releng/org.kontor.release/target"))
                        .resolve("kontor.cdx.json"),
                "{}");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Run run = bash("gather_release 20260102030405; cd $release; sha256sum -c SHA256SUMS; find . -type f | sort");
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("kontor-0.1.0.20260102030405-linux.tar.gz: OK", "kontor-site.zip: OK", "kontor.cdx.json: OK")
                .contains("./site/plugins/one.jar", "./SHA256SUMS");
    }

    @Test
    void versionsFollowTheCommitAndGrowWithEveryChange() throws Exception {
        String git = "git -c user.name=a -c user.email=a@b.example ";
        Run run = bash(
                "qualifier; git init -q .; echo work >.gitignore; echo bin >>.gitignore; echo '*.txt' >>.gitignore;"
                        + " git add .; GIT_COMMITTER_DATE='2026-01-02T03:04:05Z' " + git
                        + "commit -qm one; qualifier; qualifier;"
                        + " echo 1 >new; git add new; GIT_COMMITTER_DATE='2026-01-02T05:00:00+01:00' " + git
                        + "commit -qm two; qualifier; echo 2 >new; qualifier");
        assertThat(run.code()).as(run.output()).isZero();
        List<String> versions = run.output().lines().toList();
        assertThat(versions).hasSize(5).allMatch(version -> version.matches("\\d{14}"));
        assertThat(versions.subList(1, 4)).containsExactly("20260102030405", "20260102030405", "20260102040000");
        assertThat(versions.get(4)).isGreaterThan("20260102040000").isGreaterThanOrEqualTo(versions.get(0));
    }

    private Run summary(String strict) throws Exception {
        return bash("summary " + strict + " yes");
    }

    /** Runs a piece of bash with all parts of ./kontor at hand and this test's folder as the checkout. */
    private Run bash(String script) throws Exception {
        environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        String parts =
                "set -euo pipefail; root='%s'; work=$root/work; cache=$work; install=yes; product=$work/p; site=$work/s;"
                                .formatted(root)
                        + " for part in steps tools packages display build samples release verify; do . '"
                        + Checkout.ROOT
                        + "/releng/scripts/'$part.sh; done; ";
        return Run.of(root, environment, Duration.ofSeconds(30), List.of("bash", "-c", parts + script));
    }

    private void program(String name, String body) throws IOException {
        Path file = root.resolve("bin").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void report(String module, int tests, int failures, int errors, int skipped, String cases)
            throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-T.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" name="T" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d" timestamp="t">
                  %s
                </testsuite>
                """.formatted(
                        tests, errors, skipped, failures, cases.replace("><", ">\n<")));
    }
}
