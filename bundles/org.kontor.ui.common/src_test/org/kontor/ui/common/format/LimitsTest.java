package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;

class LimitsTest {
    private final TextLimit graphemes = new TextLimit(TextUnit.GRAPHEMES, 300);
    private final TextLimit bytes = new TextLimit(TextUnit.BYTES, 3_000);

    @Test
    void theLimitThatIsClosestCounts() {
        List<TextLimit> limits = List.of(graphemes, bytes);
        assertThat(Limits.closest(limits, "Hallo")).contains(graphemes);
        // A family of four is one sign and 25 bytes.
        String families = "👨‍👩‍👧‍👦".repeat(130);
        assertThat(Limits.closest(limits, families)).contains(bytes);
    }

    @Test
    void aChannelWithoutLimitHasNone() {
        assertThat(Limits.closest(List.of(), "Hallo")).isEmpty();
    }
}
