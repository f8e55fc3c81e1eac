package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "a.txt, 89504e470d0a1a0a00000000, image/png",
        "a.png, ffd8ffe000104a46, image/jpeg",
        "a, 47494638396101000100, image/gif",
        "a, 524946460000000057454250, image/webp",
        "a, 255044462d312e37, application/pdf",
        "a.mp4, 000000186674797069736f6d, video/mp4",
        "a.heic, 000000186674797068656963, image/heic",
        "a.zip, 504b03041400, application/zip",
        "a.docx, 504b03041400, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.png, 0001020304, application/octet-stream"
    })
    void theContentTellsTheTypeNotTheName(String name, String head, String type) {
        assertThat(MediaTypes.of(name, HexFormat.of().parseHex(head))).isEqualTo(type);
    }

    @Test
    void textIsTextWhateverItsName() {
        assertThat(MediaTypes.of("liste.png", "Größe 42".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(MediaTypes.of("liste.html", "<p>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/html");
        assertThat(MediaTypes.of("leer", new byte[0])).isEqualTo("text/plain");
    }
}
