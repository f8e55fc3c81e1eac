package org.kontor.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    @Test
    void readsAndWritesTheSameColour() {
        assertThat(Colour.of("#0a80FF")).isEqualTo(new Colour(10, 128, 255));
        assertThat(new Colour(10, 128, 255).hex()).isEqualTo("#0a80ff");
    }

    @Test
    void everyPartKeepsItsPlaceAtTheEdges() {
        assertThat(Colour.of("#ff0000")).isEqualTo(new Colour(255, 0, 0));
        assertThat(Colour.of("#00ff00")).isEqualTo(new Colour(0, 255, 0));
        assertThat(Colour.of("#0000ff")).isEqualTo(new Colour(0, 0, 255));
        assertThat(new Colour(0, 0, 0).hex()).isEqualTo("#000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "ffffff", "#12345g", "#1234567", " #123456", "#123456\n", "rot"})
    void anotherFormIsRefusedWithTheFormThatIsMeant(String text) {
        assertThatThrownBy(() -> Colour.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#rrggbb")
                .hasMessageContaining(text);
    }

    @Test
    void aPartOutsideItsByteIsRefused() {
        assertThatThrownBy(() -> new Colour(256, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Colour(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Colour(0, 0, 256)).isInstanceOf(IllegalArgumentException.class);
    }
}
