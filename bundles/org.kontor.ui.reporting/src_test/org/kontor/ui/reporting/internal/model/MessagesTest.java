package org.kontor.ui.reporting.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Reports;

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
            Stream.of(Reports.Format.values())
                    .forEach(v -> assertThat(messages.has("export." + v)).isTrue());
            Stream.of(LedgerOutcome.values())
                    .forEach(v -> assertThat(messages.has("event." + v)).isTrue());
            Stream.of(InquiryOutcome.values())
                    .forEach(v -> assertThat(messages.has("outcome." + v)).isTrue());
        }
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
