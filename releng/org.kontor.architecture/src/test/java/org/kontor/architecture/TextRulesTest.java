package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts, models, features, packages and sources. */
class TextRulesTest {
    private static final String APP = "org.kontor.app";
    private static final String ENGLISH = "OSGI-INF/l10n/bundle.properties";
    private static final String GERMAN = "OSGI-INF/l10n/bundle_de.properties";
    private TinyHouse house;

    @BeforeEach
    void oneGoodBundle(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle(APP)
                .type(APP, "org.kontor.app.internal.Part", "public class Part {}")
                .file(APP, ENGLISH, "window.title=Inbox\nsent=Sent {0} of {1}\n")
                .file(APP, GERMAN, "window.title=Eingang\nsent={1} Antworten, {0} gesendet\n")
                .feature("org.kontor.feature", APP);
    }

    @Test
    void aGoodBundlePassesEveryRule() {
        House read = house.read();
        assertThat(Rules.all())
                .allSatisfy(rule -> assertThat(rule.breaches(read)).isEmpty());
    }

    @Test
    void aKeyWithoutItsTwinIsFound() {
        house.file(APP, GERMAN, "window.title=Eingang\nsent={0} {1}\nnur.hier=x\n");
        assertThat(messageBreaches()).containsExactly("org.kontor.app: 'nur.hier' is missing in " + ENGLISH);
    }

    @Test
    void aPlaceholderLostInTranslationIsFound() {
        house.file(APP, GERMAN, "window.title=Eingang\nsent={0} gesendet\n");
        assertThat(messageBreaches()).hasSize(1).allMatch(line -> line.contains("'sent' has other placeholders"));
    }

    @Test
    void anEmptyTextAndAMissingTwinAreFound() {
        house.file(APP, GERMAN, "window.title=\nsent={0} {1}\n");
        assertThat(messageBreaches()).containsExactly("org.kontor.app: 'window.title' is empty");
        house.bundle("org.kontor.ui.inbox").file("org.kontor.ui.inbox", ENGLISH, "a=b\n");
        assertThat(messageBreaches()).anyMatch(line -> line.startsWith("org.kontor.ui.inbox has only one of"));
    }

    @Test
    void aReferenceWithoutTextIsFoundInModelsAndManifests() {
        house.file(APP, "Application.e4xmi", "<x label=\"%window.title\" tooltip=\"%window.tip\"/>");
        assertThat(messageBreaches()).containsExactly("org.kontor.app/Application.e4xmi: %window.tip has no text");
        house.file(APP, "Application.e4xmi", "<x width=\"100%\" label=\"%window.title\"/>");
        house.bundle(APP, "Bundle-Name: %name");
        assertThat(messageBreaches()).containsExactly("org.kontor.app/META-INF/MANIFEST.MF: %name has no text");
    }

    @Test
    void aFieldOfMessagesNeedsItsText() {
        house.type(
                APP,
                "org.kontor.app.internal.Messages",
                "public class Messages { public String window_title; public String windowTitle; public String sent;"
                        + " public String gone; static final String KEY = \"x\"; }");
        assertThat(messageBreaches())
                .containsExactly("org.kontor.app.internal.Messages.gone has no text in " + ENGLISH);
    }

    @Test
    void textsThatAreNotPackedAreFound() {
        house.file(APP, "build.properties", "bin.includes = META-INF/,.\n");
        assertThat(messageBreaches()).hasSize(1).allMatch(line -> line.contains("does not pack"));
    }

    @Test
    void aModelNamesOnlyWhatIsThere() {
        String good =
                "<a elementId=\"one\" contributionURI=\"bundleclass://org.kontor.app/org.kontor.app.internal.Part\"/>";
        house.file(APP, "Application.e4xmi", good).file(APP, "icons/inbox.svg", "<svg/>");
        assertThat(house.breaches(new ModelRule())).isEmpty();
        house.file(
                APP,
                "fragment.e4xmi",
                good
                        + "<a elementId=\"one\" contributionURI=\"bundleclass://org.kontor.app/org.kontor.app.internal.Gone\"/>"
                        + "<a contributionURI=\"bundleclass://org.kontor.ui.api/org.kontor.app.internal.Part\"/>"
                        + "<a iconURI=\"platform:/plugin/org.kontor.app/icons/inbox.svg\"/>"
                        + "<a iconURI=\"platform:/plugin/org.kontor.app/icons/gone.svg\"/>");
        assertThat(house.breaches(new ModelRule()))
                .containsExactlyInAnyOrder(
                        "org.kontor.app/fragment.e4xmi: no class org.kontor.app.internal.Gone",
                        "org.kontor.app/fragment.e4xmi: org.kontor.app.internal.Part is not in org.kontor.ui.api",
                        "org.kontor.app/fragment.e4xmi: no file org.kontor.app/icons/gone.svg",
                        "org.kontor.app/fragment.e4xmi: the element id one stands there twice");
    }

    @Test
    void aBundleInNoFeatureOrInTwoIsFound() {
        house.bundle("org.kontor.theme");
        assertThat(house.breaches(new FeatureRule()))
                .containsExactly("org.kontor.theme must be in one feature, is in []");
        house.feature("org.kontor.demo.feature", "org.kontor.theme", APP, "org.kontor.gone");
        assertThat(house.breaches(new FeatureRule())).hasSize(2);
    }

    @Test
    void aPackageWithoutItsMarkIsFound() {
        house.source(
                APP,
                "src/org/kontor/app/internal/bare/Bare.java",
                "package org.kontor.app.internal.bare; class Bare {}");
        house.source(
                APP,
                "src/org/kontor/app/internal/package-info.java",
                "/* @NullMarked */ package org.kontor.app.internal;");
        assertThat(house.breaches(new NullMarkedRule()))
                .containsExactly(
                        "org.kontor.app/src/org/kontor/app/internal/package-info.java lacks @NullMarked",
                        "org.kontor.app/src/org/kontor/app/internal/bare has no package-info.java with @NullMarked");
    }

    @Test
    void disabledAndSleepingTestsAreFoundWithTheirLine() {
        house.source(APP, "src_test/org/kontor/app/internal/SlowTest.java", """
                class SlowTest {
                    // Thread.sleep(1) in a comment is none
                    String text = "Thread.sleep(1) @Disabled // no comment";
                    @Disabled
                    void a() throws Exception { Thread.sleep(1000); }
                    void b() throws Exception { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }
                }
                """);
        assertThat(sourceBreaches())
                .containsExactly(
                        "org.kontor.app/src_test/org/kontor/app/internal/SlowTest.java:4: no test is disabled",
                        "org.kontor.app/src_test/org/kontor/app/internal/SlowTest.java:5: no test sleeps; wait for a"
                                + " condition or a job family",
                        "org.kontor.app/src_test/org/kontor/app/internal/SlowTest.java:6: no test sleeps; wait for a"
                                + " condition or a job family");
    }

    @Test
    void testFragmentsAreReadToo() {
        house.bundle("org.kontor.app.tests", "Fragment-Host: org.kontor.app")
                .source(
                        "org.kontor.app.tests",
                        "src/org/kontor/app/internal/OffTest.java",
                        "package org.kontor.app.internal; @interface Disabled {}\n@Disabled class OffTest {}");
        assertThat(sourceBreaches()).hasSize(1).allMatch(line -> line.contains("org.kontor.app.tests/src/"));
    }

    @Test
    void anEmptyCatchNeedsAReason() {
        house.type(APP, "org.kontor.app.internal.Careless", """
                class Careless {
                    void a() { try { hashCode(); } catch (RuntimeException e) { } }
                    void b() { try { hashCode(); } catch (RuntimeException e) { /* closing may fail, nothing is lost */ } }
                    // FIXME later
                }
                """);
        assertThat(sourceBreaches())
                .containsExactly(
                        "org.kontor.app/src/org/kontor/app/internal/Careless.java:3: no fault is swallowed: handle it, log"
                                + " it or say in the block why it may be ignored",
                        "org.kontor.app/src/org/kontor/app/internal/Careless.java:5: nothing unfinished is left behind");
    }

    private List<String> messageBreaches() {
        return house.breaches(new MessageRule());
    }

    private List<String> sourceBreaches() {
        House read = house.read();
        return SourceRule.all().stream()
                .flatMap(rule -> rule.breaches(read).stream())
                .toList();
    }
}
