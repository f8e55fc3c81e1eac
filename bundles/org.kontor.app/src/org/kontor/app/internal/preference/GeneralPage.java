package org.kontor.app.internal.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Preferences;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.preference.PreferencePage;
import org.kontor.ui.api.theme.ThemeChoice;

/** The window's own page: language, theme, and where to begin. */
public final class GeneralPage implements PreferencePage {
    /** Names the page. */
    public static final String ID = "org.kontor.app.general";

    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    static final String START = "start";

    /** The value that stands for the desktop's language, or for the perspective that was left. */
    private static final String AS_IT_IS = "";

    private final Settings settings;
    private final Messages texts;
    private final List<Choice> perspectives;
    private final Consumer<ThemeChoice> theme;

    /**
     * @param perspectives element ids with labels, in their order
     * @param theme switches the window, on whatever thread that takes
     */
    public GeneralPage(Settings settings, Messages texts, List<Choice> perspectives, Consumer<ThemeChoice> theme) {
        this.settings = settings;
        this.texts = texts;
        this.perspectives = List.copyOf(perspectives);
        this.theme = theme;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Page page(Locale locale) {
        Preferences now = settings.preferences();
        String language = now.language();
        ThemeChoice chosen = now.theme();
        String start = now.perspective();
        List<Choice> starts = new ArrayList<>(List.of(new Choice(AS_IT_IS, texts.preferences_startAsLeft)));
        starts.addAll(perspectives);
        boolean there = starts.stream().anyMatch(each -> each.value().equals(start));
        return new Page(
                texts.preferences_general,
                "",
                List.of(
                        new Field(
                                LANGUAGE,
                                texts.preferences_language,
                                texts.preferences_languageHint,
                                Kind.CHOICE,
                                language == null ? AS_IT_IS : language,
                                List.of(
                                        new Choice(AS_IT_IS, texts.preferences_languageSystem),
                                        new Choice("de", "Deutsch"),
                                        new Choice("en", "English"))),
                        new Field(
                                THEME,
                                texts.preferences_theme,
                                "",
                                Kind.CHOICE,
                                (chosen == null ? ThemeChoice.SYSTEM : chosen).name(),
                                List.of(
                                        new Choice(ThemeChoice.SYSTEM.name(), texts.preferences_themeSystem),
                                        new Choice(ThemeChoice.LIGHT.name(), texts.preferences_themeLight),
                                        new Choice(ThemeChoice.DARK.name(), texts.preferences_themeDark))),
                        new Field(
                                START,
                                texts.preferences_start,
                                texts.preferences_startHint,
                                Kind.CHOICE,
                                start == null || !there ? AS_IT_IS : start,
                                starts)));
    }

    @Override
    public List<Problem> save(Map<String, String> values, Locale locale) {
        ThemeChoice chosen = ThemeChoice.valueOf(values.getOrDefault(THEME, ThemeChoice.SYSTEM.name()));
        String language = values.getOrDefault(LANGUAGE, AS_IT_IS);
        String start = values.getOrDefault(START, AS_IT_IS);
        settings.choose(new Preferences(
                chosen, language.equals(AS_IT_IS) ? null : language, start.equals(AS_IT_IS) ? null : start));
        theme.accept(chosen);
        return List.of();
    }
}
