package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Keys english = Keys.of(Locale.ENGLISH, false);
    private final Keys german = Keys.of(Locale.GERMAN, false);
    private final Keys mac = Keys.of(Locale.ENGLISH, true);

    @Test
    void modifiersReadAsOnTheKeyboard() {
        assertThat(english.text("M1+K")).isEqualTo("Ctrl+K");
        assertThat(english.text("SHIFT+M1+l")).isEqualTo("Ctrl+Shift+L");
        assertThat(german.text("M1+SHIFT+CR")).isEqualTo("Strg+Umschalt+Eingabe");
        assertThat(mac.text("M1+K")).isEqualTo("⌘K");
    }

    @Test
    void singleKeysAndSequencesReadToo() {
        assertThat(english.text("J")).isEqualTo("J");
        assertThat(english.text("F1")).isEqualTo("F1");
        assertThat(english.text("M1+K M1+S")).isEqualTo("Ctrl+K Ctrl+S");
        assertThat(english.text("M1++")).isEqualTo("Ctrl++");
        assertThat(english.text("ARROW_DOWN")).isEqualTo("↓");
    }
}
