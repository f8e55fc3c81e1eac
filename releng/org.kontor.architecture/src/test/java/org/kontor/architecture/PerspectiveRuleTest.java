package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerspectiveRuleTest {
    private static final String FRAGMENT =
            "<fragments featurename=\"children\" parentElementId=\"org.kontor.perspectives\">%s</fragments>\n";

    private final PerspectiveRule rule = new PerspectiveRule();
    private TinyHouse house;

    @BeforeEach
    void twoPerspectives(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle("org.kontor.ui.inbox")
                .file(
                        "org.kontor.ui.inbox",
                        "fragment.e4xmi",
                        FRAGMENT.formatted("bundleclass://org.kontor.ui.inbox/org.kontor.ui.inbox.internal.ListPart"))
                .bundle("org.kontor.ui.setup")
                .file("org.kontor.ui.setup", "fragment.e4xmi", FRAGMENT.formatted(""));
    }

    @Test
    void perspectivesThatDoNotKnowEachOtherPass() {
        assertThat(house.breaches(rule)).isEmpty();
    }

    @Test
    void aPerspectiveThatImportsAnotherIsFound() {
        house.bundle("org.kontor.ui.setup", "Import-Package: org.kontor.ui.inbox.internal;version=\"[0.1.0,0.2.0)\"");
        assertThat(house.breaches(rule))
                .containsExactly(
                        "org.kontor.ui.setup imports org.kontor.ui.inbox; use the context, a command or a topic"
                                + " of ui.api");
    }

    @Test
    void theWindowDoesNotKnowItsPerspectivesEither() {
        house.bundle("org.kontor.app", "Require-Bundle: org.kontor.ui.inbox");
        assertThat(house.breaches(rule)).hasSize(1).allMatch(line -> line.startsWith("org.kontor.app imports"));
    }

    @Test
    void aModelThatNamesAPartOfAnotherIsFound() {
        house.file(
                "org.kontor.ui.setup",
                "fragment.e4xmi",
                FRAGMENT.formatted("bundleclass://org.kontor.ui.inbox/org.kontor.ui.inbox.internal.ListPart"));
        assertThat(house.breaches(rule))
                .containsExactly(
                        "org.kontor.ui.setup/fragment.e4xmi names what lies in org.kontor.ui.inbox; bring it yourself");
    }

    @Test
    void aBundleWithANameThatOnlyBeginsLikeItIsAnother() {
        house.bundle("org.kontor.ui.inboxes").bundle("org.kontor.app", "Require-Bundle: org.kontor.ui.inboxes");
        assertThat(house.breaches(rule)).isEmpty();
    }
}
