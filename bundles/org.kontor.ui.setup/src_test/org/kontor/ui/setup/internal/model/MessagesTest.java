package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.text.TextUnit;

class MessagesTest {
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z][A-Za-z0-9_.]*[A-Za-z0-9_])\"");

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        Messages messages = TestMessages.of(Locale.ENGLISH);
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(hit -> hit.group(1))
                        .filter(key -> !messages.has(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void keysThatAreMadeFromValuesAreThere() {
        Messages messages = TestMessages.of(Locale.GERMAN);
        Stream.of(HealthSign.values())
                .forEach(v -> assertThat(messages.has("sign." + v)).isTrue());
        Stream.of(ReplyMode.values())
                .forEach(v -> assertThat(messages.has("can.reply." + v)).isTrue());
        Stream.of(TextUnit.values())
                .forEach(v -> assertThat(messages.has("can.limit." + v)).isTrue());
        Stream.of(BrandColours.Remark.values())
                .forEach(v -> assertThat(messages.has("colour.remark." + v)).isTrue());
    }

    @Test
    void noTextHasAnApostropheThatFormattingWouldEat() throws IOException {
        for (String name : new String[] {"bundle", "bundle_de"}) {
            Properties texts = new Properties();
            texts.load(new StringReader(Files.readString(Path.of("OSGI-INF/l10n/" + name + ".properties"))));
            assertThat(texts.values())
                    .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'"));
        }
    }

    @Test
    void numbersOfThingsAreSaidAsPeopleDo() {
        Messages german = TestMessages.of(Locale.GERMAN);
        assertThat(german.text("row.accounts", 0)).isEqualTo("noch kein Konto");
        assertThat(german.text("row.accounts", 1)).isEqualTo("1 Konto");
        assertThat(german.text("row.accounts", 12)).isEqualTo("12 Konten");
    }
}
