package org.kontor.app.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTextIsThere(String language) throws IllegalAccessException {
        Messages messages = TestMessages.load(Locale.forLanguageTag(language));
        for (Field field : Messages.class.getFields()) {
            assertThat((String) field.get(messages)).as(field.getName()).isNotBlank();
        }
    }
}
