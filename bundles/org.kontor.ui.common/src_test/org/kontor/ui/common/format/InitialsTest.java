package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Lena M., LM", "tk_berlin, TB", "pixelfee, PI", "sara.climbs, SC", "Karl-Heinz P., KP", "Anna Maria König, AK",
        "ö, Ö", "'', ?", "'!!', ?", "😀, ?", "@alma.example, AE", "李 小龙, 李小"
    })
    void initialsComeFromTheFirstAndTheLastWord(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
