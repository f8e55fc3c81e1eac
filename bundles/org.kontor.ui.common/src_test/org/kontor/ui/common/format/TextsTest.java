package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(load("texts_de").keySet()).isEqualTo(load("texts").keySet());
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                TextsTest.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
