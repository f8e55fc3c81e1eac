package org.kontor.app.internal.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "resolve, Resolve",
        "RES, Resolve",
        "log err, Show error log",
        "selog, Show error log",
        "ubers, Übersicht",
        "uebers, Übersicht",
        "Übers, Übersicht",
        "strasse, Große Straße",
        "muenchen, Café München",
        "cafe, Café München",
        "kaffeeroesterei, Kaffeerösterei Alma",
        "röst, Kaffeerösterei Alma",
        "prefrences, Preferences",
        "perferences, Preferences",
        "prefferences, Preferences",
        "preverences, Preferences",
        "30, Last 30 days",
    })
    void finds(String typed, String label) {
        assertThat(Likeness.to(typed).of(label, "")).as(typed).isGreaterThan(Likeness.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "jonas, Show or hide the error log",
        "resolve inbox, Resolve",
        "xyz, Preferences",
        "teh, The theme is light",
        "rxsxlve, Resolve",
        "e4711, Error log",
    })
    void doesNotFind(String typed, String label) {
        assertThat(Likeness.to(typed).of(label, "")).as(typed).isEqualTo(Likeness.NONE);
    }

    @Test
    void whatBeginsSoFitsBetterThanWhatHoldsIt() {
        Likeness likeness = Likeness.to("log");
        assertThat(likeness.of("Log file", "")).isGreaterThan(likeness.of("Error log", ""));
        assertThat(likeness.of("Error log", "")).isGreaterThan(likeness.of("Analog", ""));
        assertThat(likeness.of("Analog", "")).isGreaterThan(likeness.of("Theme", "Log"));
        assertThat(likeness.of("Theme", "Log")).isGreaterThan(Likeness.NONE);
    }

    @Test
    void wordsBesideItMayNameThePlace() {
        assertThat(Likeness.to("theme dark").of("Dark", "View › Theme")).isGreaterThan(Likeness.NONE);
        assertThat(Likeness.to("dark thme").of("Dark", "View › Theme")).isGreaterThan(Likeness.NONE);
    }

    @Test
    void nothingTypedFitsAll() {
        assertThat(Likeness.to("  ").all()).isTrue();
        assertThat(Likeness.to("").of("Anything", "")).isGreaterThan(Likeness.NONE);
    }
}
