package org.kontor.desk.internal.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    @ParameterizedTest
    @CsvSource({"'',''", "' \n\t',''", "'  Hello,\r\n\r\n\tworld \u0007 ! ','Hello, world !'", "'a\u00a0b','a\u00a0b'"})
    void isOneLineWithoutGaps(String text, String line) {
        assertThat(ConversationEdit.preview(text)).isEqualTo(line);
    }

    @Test
    void endsAtAWholeCodePoint() {
        assertThat(ConversationEdit.preview("👍".repeat(300))).isEqualTo("👍".repeat(200));
        assertThat(ConversationEdit.preview("ab ".repeat(300))).hasSize(200);
    }
}
