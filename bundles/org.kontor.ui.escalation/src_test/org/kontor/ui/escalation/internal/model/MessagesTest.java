package org.kontor.ui.escalation.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Outcome;
import org.kontor.api.cases.Severity;
import org.kontor.api.conversation.ConversationState;

class MessagesTest {
    /** Only this bundle's folder: on the class path there may be the texts of others, too. */
    private static Messages messages(Locale locale) throws MalformedURLException {
        URL here = Path.of("").toAbsolutePath().toUri().toURL();
        return new Messages(locale, new URLClassLoader(new URL[] {here}, null));
    }

    @Test
    void keysThatAreMadeFromValuesAreThere() throws IOException {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Messages messages = messages(locale);
            Stream.of(
                            keys("severity.", Severity.values()),
                            keys("category.", Category.values()),
                            keys("outcome.", Outcome.values()),
                            keys("field.", CaseEntry.Field.values()),
                            keys("state.", ConversationState.values()),
                            keys("said.", CaseResult.Why.values()))
                    .flatMap(List::stream)
                    .forEach(key -> assertThat(messages.has(key)).as(key).isTrue());
        }
    }

    private static List<String> keys(String lead, Enum<?>... constants) {
        return Arrays.stream(constants).map(c -> lead + c.name()).toList();
    }

    @Test
    void theSentenceBeforeTheWindowClosesIsRightForOneAndForMany() throws IOException {
        Messages english = messages(Locale.ENGLISH);
        assertThat(english.text("leave.window", 1, "2026-3"))
                .isEqualTo("A case has changes that are not saved: 2026-3.");
        assertThat(english.text("leave.window", 2, "2026-3, 2026-4")).startsWith("2 cases have");
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
}
