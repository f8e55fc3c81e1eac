package org.kontor.app.internal.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.TestMessages;
import org.kontor.app.internal.model.Preferences;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.preference.PreferencePage.Choice;
import org.kontor.ui.api.preference.PreferencePage.Field;
import org.kontor.ui.api.theme.ThemeChoice;
import org.osgi.service.log.Logger;

class GeneralPageTest {
    private record Folder(Path path) implements DataFolder {
        @Override
        public boolean demo() {
            return false;
        }
    }

    @TempDir
    Path folder;

    private final List<ThemeChoice> switched = new ArrayList<>();
    private Settings settings;
    private GeneralPage page;

    @BeforeEach
    void open() {
        settings = reopened();
        page = new GeneralPage(
                settings,
                TestMessages.load(Locale.ENGLISH),
                List.of(new Choice("org.kontor.inbox", "Inbox"), new Choice("org.kontor.reports", "Reporting")),
                switched::add);
    }

    @Test
    void beforeAnythingWasChosenAllIsAsTheSystemHasIt() {
        assertThat(page.page(Locale.ENGLISH).fields())
                .extracting(Field::value)
                .containsExactly("", ThemeChoice.SYSTEM.name(), "");
    }

    @Test
    void whatIsSavedIsChosenAtOnceAndThereAfterARestart() {
        assertThat(page.save(values("de", "DARK", "org.kontor.reports"), Locale.ENGLISH))
                .isEmpty();
        assertThat(switched).containsExactly(ThemeChoice.DARK);
        settings.flush();
        assertThat(reopened().preferences()).isEqualTo(new Preferences(ThemeChoice.DARK, "de", "org.kontor.reports"));
        assertThat(page.page(Locale.ENGLISH).fields())
                .extracting(Field::value)
                .containsExactly("de", "DARK", "org.kontor.reports");
    }

    @Test
    void aPerspectiveThatIsGoneIsNoChoice() {
        settings.choose(new Preferences(null, null, "org.example.gone"));
        Field start = page.page(Locale.ENGLISH).fields().get(2);
        assertThat(start.value()).isEmpty();
        assertThat(start.choices()).extracting(Choice::label).contains("Inbox", "Reporting");
    }

    @Test
    void emptyMeansTheSystemsAgain() {
        page.save(values("de", "DARK", "org.kontor.inbox"), Locale.ENGLISH);
        page.save(values("", "SYSTEM", ""), Locale.ENGLISH);
        assertThat(settings.preferences()).isEqualTo(new Preferences(ThemeChoice.SYSTEM, null, null));
    }

    private Settings reopened() {
        return new Settings(new Folder(folder), (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (self, method, given) -> null));
    }

    private static Map<String, String> values(String language, String theme, String start) {
        return Map.of("language", language, "theme", theme, "start", start);
    }
}
