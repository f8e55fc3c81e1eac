package org.kontor.ui.common.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kontor.api.account.Colour;

class ContrastTest {
    @Test
    void ratiosAreThoseOfTheGuideline() {
        assertThat(Contrast.ratio(Colour.of("#000000"), Colour.of("#ffffff"))).isEqualTo(21.0, within(1e-9));
        assertThat(Contrast.ratio(Colour.of("#767676"), Colour.of("#ffffff"))).isEqualTo(4.54, within(0.005));
        assertThat(Contrast.ratio(Colour.of("#ffffff"), Colour.of("#767676"))).isEqualTo(4.54, within(0.005));
    }
}
