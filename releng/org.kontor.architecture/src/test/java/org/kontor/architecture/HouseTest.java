package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every rule against this repository, as it was just compiled. */
class HouseTest {
    private static House house;

    @BeforeAll
    static void read() {
        house = House.read(Path.of(System.getProperty("kontor.root")));
    }

    @Test
    void theHouseWasFound() {
        assertThat(house.bundles()).extracting(Bundle::name).contains("org.kontor.api");
        assertThat(house.classes().contain("org.kontor.api.access.Grants")).isTrue();
        assertThat(house.products())
                .allSatisfy(bundle -> assertThat(bundle.sources("src").isEmpty()
                                || !house.classesOf(bundle).isEmpty())
                        .as("classes of %s", bundle.name())
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return Rules.all().stream()
                .map(rule -> dynamicTest(
                        rule.says(),
                        () -> assertThat(rule.breaches(house)).as(rule.says()).isEmpty()));
    }
}
