package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries, scopes and the console. */
class UseRulesTest {
    private TinyHouse house;

    @BeforeEach
    void aHouseWithWidgets(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle("org.kontor.api")
                .type("org.kontor.api", "org.kontor.api.access.Grants", "public abstract class Grants {}")
                .library("org.eclipse.swt.widgets.Button", "public class Button {}");
    }

    @Test
    void sqlOutsideTheStoreIsFound() {
        house.bundle("org.kontor.store")
                .type("org.kontor.store", "org.kontor.store.internal.Rows", "class Rows { java.sql.Connection c; }");
        assertThat(libraryBreaches()).isEmpty();
        house.bundle("org.kontor.desk")
                .type("org.kontor.desk", "org.kontor.desk.internal.Rows", "class Rows { java.sql.Connection c; }");
        assertThat(libraryBreaches())
                .containsExactly("org.kontor.desk.internal.Rows uses java.sql.Connection: SQL stays in the store");
    }

    @Test
    void aWidgetInAServiceOrConnectorIsFound() {
        house.bundle("org.kontor.channel.mail")
                .type(
                        "org.kontor.channel.mail",
                        "org.kontor.channel.mail.internal.Form",
                        "class Form { org.eclipse.swt.widgets.Button[] buttons; }");
        assertThat(libraryBreaches()).anyMatch(line -> line.contains("mail.internal.Form uses org.eclipse.swt"));
    }

    @Test
    void aViewMayUseWidgetsButItsModelMayNot() {
        house.bundle("org.kontor.ui.inbox")
                .type(
                        "org.kontor.ui.inbox",
                        "org.kontor.ui.inbox.internal.ListPart",
                        "class ListPart { org.eclipse.swt.widgets.Button reply; }");
        assertThat(libraryBreaches()).isEmpty();
        house.type(
                "org.kontor.ui.inbox",
                "org.kontor.ui.inbox.internal.model.ListModel",
                "class ListModel { org.eclipse.swt.widgets.Button reply; }");
        assertThat(libraryBreaches()).hasSize(1).allMatch(line -> line.contains("ListModel"));
    }

    @Test
    void theApiOpensNoConnection() {
        house.type("org.kontor.api", "org.kontor.api.desk.Line", "class Line { java.net.Socket line; }");
        assertThat(libraryBreaches()).anyMatch(line -> line.contains("java.net.Socket"));
    }

    @Test
    void onlyTheDeskExtendsGrantsAlsoThroughAClassBetween() {
        house.bundle("org.kontor.desk")
                .type(
                        "org.kontor.desk",
                        "org.kontor.desk.internal.LocalGrants",
                        "public class LocalGrants extends org.kontor.api.access.Grants {}");
        assertThat(house.breaches(new GrantsRule())).isEmpty();
        house.bundle("org.kontor.demo")
                .type(
                        "org.kontor.demo",
                        "org.kontor.demo.internal.AllDoors",
                        "class AllDoors extends org.kontor.desk.internal.LocalGrants {}");
        assertThat(house.breaches(new GrantsRule()))
                .containsExactly("org.kontor.demo.internal.AllDoors extends Grants; ask the Grants service for a scope"
                        + " instead");
    }

    @Test
    void onlyAConsolePrints() {
        house.bundle("org.kontor.app")
                .type(
                        "org.kontor.app",
                        "org.kontor.app.internal.Console",
                        "class Console { void say() { System.out.println(); } }");
        assertThat(house.breaches(new ConsoleRule())).isEmpty();
        house.type(
                "org.kontor.app",
                "org.kontor.app.internal.Loud",
                "class Loud { void a() { System.err.println(); } void b(Exception e) { e.printStackTrace(); } }");
        assertThat(house.breaches(new ConsoleRule())).hasSize(2);
    }

    private List<String> libraryBreaches() {
        House read = house.read();
        return LibraryRule.all().stream()
                .flatMap(rule -> rule.breaches(read).stream())
                .toList();
    }
}
