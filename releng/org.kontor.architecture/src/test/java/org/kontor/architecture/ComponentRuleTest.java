package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructors of components. */
class ComponentRuleTest {
    private static final String DESK = "org.kontor.desk";
    private static final String OSGI = "org.osgi.service.component.annotations.";

    private TinyHouse house;

    @BeforeEach
    void aHouseWithComponents(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle(DESK)
                .library(OSGI + "Component", "public @interface Component {}")
                .library(OSGI + "Activate", "public @interface Activate {}");
    }

    private List<String> breaches(String constructors) {
        house.type(
                DESK,
                "org.kontor.desk.internal.Clerk",
                "import " + OSGI + "*;\n@Component public class Clerk {" + constructors + "}");
        return house.breaches(new ComponentRule());
    }

    @Test
    void oneForServicesAndOneForTestsWithAnotherCountIsFine() {
        assertThat(breaches("@Activate public Clerk(String a, String b) {} public Clerk(String a) {}"))
                .isEmpty();
    }

    @Test
    void aPackagePrivateOneForTestsMayHaveAsMany() {
        assertThat(breaches("@Activate public Clerk(String a) {} Clerk(Integer a) {}"))
                .isEmpty();
    }

    @Test
    void noConstructorAtAllIsFine() {
        assertThat(breaches("")).isEmpty();
    }

    @Test
    void aSecondPublicOneWithAsManyParametersIsFound() {
        assertThat(breaches("@Activate public Clerk(String a) {} public Clerk(Integer a) {}"))
                .containsExactly("org.kontor.desk.internal.Clerk has 2 public constructors with 1 parameters: make all"
                        + " but that with @Activate package-private");
    }

    @Test
    void twoWithActivateAreFound() {
        assertThat(breaches("@Activate public Clerk(String a) {} @Activate public Clerk(String a, String b) {}"))
                .singleElement()
                .asString()
                .contains("2 constructors with @Activate");
    }

    @Test
    void aHiddenOneIsFound() {
        assertThat(breaches("@Activate Clerk(String a) {}"))
                .singleElement()
                .asString()
                .contains("make the constructor with @Activate public");
        assertThat(breaches("public Clerk(String a) {}"))
                .singleElement()
                .asString()
                .contains("neither");
    }
}
