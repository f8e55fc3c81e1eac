package org.kontor.app.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.ui.api.theme.ThemeChoice;

class ArgumentsTest {
    @Test
    void everyOptionIsRead() {
        Arguments read = Arguments.parse(List.of(
                "--data",
                "/srv/kontor",
                "--demo",
                "--lang",
                "de",
                "--theme",
                "dark",
                "--shots",
                "/tmp/x",
                "--exit-after-start",
                "--exit-after-rows",
                "--safe"));
        assertThat(read.faults()).isEmpty();
        assertThat(read.data()).isEqualTo(Path.of("/srv/kontor"));
        assertThat(read.demo()).isTrue();
        assertThat(read.language()).isEqualTo(Locale.GERMAN);
        assertThat(read.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(read.shots()).isEqualTo(Path.of("/tmp/x"));
        assertThat(read.exitAfterStart()).isTrue();
        assertThat(read.exitAfterRows()).isTrue();
        assertThat(read.safe()).isTrue();
    }

    @Test
    void optionsOfThePlatformAreLeftAlone() {
        assertThat(Arguments.parse(List.of("-os", "linux", "--launcher.library", "x"))
                        .faults())
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(Arguments.parse(List.of("--lang", "fr")).faults())
                .containsExactly("--lang must be de or en, was fr");
        assertThat(Arguments.parse(List.of("--theme", "blue")).faults())
                .containsExactly("--theme must be light, dark or system, was blue");
        assertThat(Arguments.parse(List.of("--data")).faults()).containsExactly("--data needs a value: a folder");
        assertThat(Arguments.parse(List.of("--nonsense")).faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("--nonsense");
    }
}
