package org.kontor.ui.inbox.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.ui.inbox.internal.text.RichText.Mark;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "'Siehe https://a.example/b.', https://a.example/b",
        "'(https://a.example/b)', https://a.example/b",
        "'https://a.example/wiki/Naht_(Schneiderei) ist gut', https://a.example/wiki/Naht_(Schneiderei)",
        "'HTTPS://A.example?x=1&y=2!', HTTPS://A.example?x=1&y=2"
    })
    void linksEndWhereAReaderWouldEndThem(String text, String link) {
        assertThat(PlainText.read(text).spans())
                .singleElement()
                .satisfies(span -> assertThat(span.target()).isEqualTo(link));
    }

    @Test
    void theQuotedEndIsFoundWithTheLineThatLeadsItIn() {
        RichText rich = PlainText.read("Danke!\n\nAm 12.11.2025 schrieb Anna:\n> Hallo\n> wie geht es\n\n");
        assertThat(rich.withoutTail().text()).isEqualTo("Danke!");
        assertThat(rich.spans()).hasSize(2).allMatch(span -> span.mark() == Mark.QUOTE);
    }

    @Test
    void answersBetweenQuotesAreNoQuotedEnd() {
        assertThat(PlainText.read("> Frage?\nJa.\n> Und?\nNein.").hasTail()).isFalse();
        assertThat(PlainText.read("> nur Zitat").hasTail()).isFalse();
    }

    @Test
    void lineEndsAreMadeOne() {
        assertThat(PlainText.read("a\r\nb\rc\u0000").text()).isEqualTo("a\nb\nc");
    }
}
