package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Frame SCREEN = new Frame(0, 0, 1920, 1080);

    @Test
    void aFirstStartOpensInTheMiddle() {
        assertThat(Frame.first(SCREEN)).isEqualTo(new Frame(240, 90, 1440, 900));
        assertThat(Frame.first(new Frame(0, 27, 1366, 741))).isEqualTo(new Frame(0, 27, 1366, 741));
    }

    @Test
    void aWindowOfAScreenThatIsGoneComesBack() {
        assertThat(new Frame(3000, 200, 1400, 900).within(SCREEN)).isEqualTo(new Frame(520, 180, 1400, 900));
        assertThat(new Frame(-4000, -50, 1400, 900).within(SCREEN)).isEqualTo(new Frame(0, 0, 1400, 900));
    }

    @Test
    void aWindowNeverGetsSmallerThanItsSmallestSize() {
        assertThat(new Frame(0, 0, 10, 10).within(SCREEN)).isEqualTo(new Frame(0, 0, 1100, 680));
    }

    @Test
    void theScreenThatShowsMostIsFound() {
        Frame window = new Frame(1800, 0, 1000, 700);
        assertThat(window.overlap(SCREEN)).isEqualTo(120L * 700);
        assertThat(window.overlap(new Frame(1920, 0, 1920, 1080))).isEqualTo(880L * 700);
        assertThat(window.overlap(new Frame(5000, 0, 100, 100))).isZero();
    }
}
