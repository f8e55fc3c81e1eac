package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers english = Numbers.of(Locale.ENGLISH);
    private final Numbers german = Numbers.of(Locale.GERMAN);

    @Test
    void thousandsStandApart() {
        assertThat(english.count(8_000)).isEqualTo("8,000");
        assertThat(german.count(8_000)).isEqualTo("8.000");
        assertThat(german.share(231, 8_000)).isEqualTo("231 / 8.000");
    }

    @Test
    void sizesUseTheLargestUnitThatFits() {
        assertThat(english.bytes(0)).isEqualTo("0 B");
        assertThat(english.bytes(999)).isEqualTo("999 B");
        assertThat(english.bytes(1_400)).isEqualTo("1.4 kB");
        assertThat(german.bytes(1_400_000)).isEqualTo("1,4 MB");
        assertThat(english.bytes(999_960)).isEqualTo("1 MB");
        assertThat(english.bytes(250_300_000)).isEqualTo("250 MB");
    }
}
