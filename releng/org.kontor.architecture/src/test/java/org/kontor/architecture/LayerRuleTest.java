package org.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerRuleTest {
    private final LayerRule rule = new LayerRule();
    private TinyHouse house;

    @BeforeEach
    void twoNeighbours(@TempDir Path root) {
        house = new TinyHouse(root)
                .bundle("org.kontor.api")
                .type("org.kontor.api", "org.kontor.api.desk.Desk", "public interface Desk {}")
                .bundle("org.kontor.store")
                .type("org.kontor.store", "org.kontor.store.internal.Rows", "public class Rows {}")
                .bundle("org.kontor.desk");
    }

    @Test
    void usingTheApiIsAllowed() {
        house.type(
                "org.kontor.desk",
                "org.kontor.desk.internal.Front",
                "class Front implements org.kontor.api.desk.Desk { java.util.List<String> names; }");
        assertThat(house.breaches(rule)).isEmpty();
    }

    @Test
    void reachingIntoANeighbourIsNamedWithBothEnds() {
        house.type(
                "org.kontor.desk",
                "org.kontor.desk.internal.Front",
                "class Front { Object rows() { return new org.kontor.store.internal.Rows(); } }");
        assertThat(house.breaches(rule))
                .isNotEmpty()
                .allMatch(line -> line.contains("org.kontor.desk.internal.Front uses org.kontor.store.internal.Rows")
                        && line.contains("desk may not use store"));
    }

    @Test
    void anArrayOfANeighboursTypeCountsToo() {
        house.type(
                "org.kontor.desk",
                "org.kontor.desk.internal.Front",
                "class Front { org.kontor.store.internal.Rows[][] rows; }");
        assertThat(house.breaches(rule)).isNotEmpty();
    }

    @Test
    void whatIsInternalStaysInternalEvenBelow() {
        house.type("org.kontor.api", "org.kontor.api.internal.Secret", "public class Secret {}")
                .type(
                        "org.kontor.desk",
                        "org.kontor.desk.internal.Front",
                        "class Front extends org.kontor.api.internal.Secret {}");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("internal to api"));
    }

    @Test
    void theApiUsesNobody() {
        house.type("org.kontor.api", "org.kontor.api.desk.Leak", "class Leak { org.kontor.store.internal.Rows rows; }");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("api may not use store"));
    }

    @Test
    void aConnectorMayUseTheSharedHttpButNoOtherConnector() {
        house.bundle("org.kontor.channel.http")
                .type("org.kontor.channel.http", "org.kontor.channel.http.Calls", "public class Calls {}")
                .bundle("org.kontor.channel.mail")
                .type("org.kontor.channel.mail", "org.kontor.channel.mail.internal.Box", "public class Box {}")
                .bundle("org.kontor.channel.note")
                .type(
                        "org.kontor.channel.note",
                        "org.kontor.channel.note.internal.Pad",
                        "class Pad { org.kontor.channel.http.Calls calls; }");
        assertThat(house.breaches(rule)).isEmpty();
        house.type(
                "org.kontor.channel.note",
                "org.kontor.channel.note.internal.Peek",
                "class Peek { org.kontor.channel.mail.internal.Box box; }");
        assertThat(house.breaches(rule)).anyMatch(line -> line.contains("channel.note may not use channel.mail"));
    }

    @Test
    void aBundleThatTheDesignDoesNotKnowIsRefused() {
        house.bundle("org.kontor.sidedoor")
                .type("org.kontor.sidedoor", "org.kontor.sidedoor.internal.Door", "class Door {}");
        assertThat(house.breaches(rule)).anyMatch(line -> line.startsWith("org.kontor.sidedoor is not in the table"));
    }
}
