package org.kontor.ui.common.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.ui.common.fault.FaultTexts.Moment;
import org.kontor.ui.common.format.Times;

class FaultTextsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    static Stream<Arguments> everyCase() {
        return Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .flatMap(locale -> Arrays.stream(FaultKind.values())
                        .flatMap(kind ->
                                Arrays.stream(Moment.values()).map(moment -> Arguments.of(locale, kind, moment))));
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void everyFaultHasAWordASentenceAndADeed(Locale locale, FaultKind kind, Moment moment) {
        for (Fault fault : new Fault[] {
            Fault.of(kind, "said"), Fault.ofSetting(kind, "imap.host", "said"), new Fault(kind, "", null, NOW)
        }) {
            FaultText text = texts(locale).explain(fault, moment, name -> "IMAP-Server");
            assertThat(text.word()).isNotBlank().hasSizeLessThan(24).doesNotContain("{", "fault.");
            assertThat(text.what()).endsWith(".").doesNotContain("{", "''", "imap.host");
            assertThat(text.todo()).endsWith(".").doesNotContain("{", "''");
            assertThat(text.sentences()).startsWith(text.what()).endsWith(text.todo());
        }
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void theTwoLanguagesSayItDifferently(Locale locale, FaultKind kind, Moment moment) {
        Locale other = locale.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN;
        Fault fault = Fault.of(kind, "");
        assertThat(texts(locale).explain(fault, moment).sentences())
                .isNotEqualTo(texts(other).explain(fault, moment).sentences());
    }

    @Test
    void theSettingToBlameIsNamedAsItStandsInTheForm() {
        Fault fault = Fault.ofSetting(FaultKind.SETTINGS, "imap.host", "unknown host");
        assertThat(texts(Locale.ENGLISH)
                        .explain(fault, Moment.TEST, name -> name.equals("imap.host") ? "Incoming server" : name)
                        .what())
                .isEqualTo("The setting “Incoming server” is wrong.");
    }

    @Test
    void theNextTryIsNamedWhereTheServiceSaysIt() {
        Fault fault = Fault.rate("", NOW.plusSeconds(600));
        assertThat(texts(Locale.ENGLISH).explain(fault, Moment.TEST).todo())
                .isEqualTo("The service allows the next try today 10:10; test again then.");
        assertThat(texts(Locale.GERMAN).explain(fault, Moment.RECEIVE).todo()).contains("heute 10:10");
    }

    @Test
    void theServersOwnWordsAreKeptApart() {
        FaultText text = texts(Locale.ENGLISH).explain(Fault.of(FaultKind.AUTH, "535 no"), Moment.RECEIVE);
        assertThat(text.detail()).isEqualTo("535 no");
        assertThat(text.sentences()).doesNotContain("535");
    }

    private static FaultTexts texts(Locale locale) {
        return FaultTexts.of(locale, Times.of(locale, ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW)));
    }
}
