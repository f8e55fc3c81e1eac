package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;

/** Switches the theme, at once and for the next starts. */
public final class ThemeHandler {
    @Execute
    void choose(@Named("org.kontor.command.theme.choice") String choice, Themes themes, Settings settings) {
        ThemeChoice chosen = ThemeChoice.valueOf(choice);
        if (themes.choice() != chosen) {
            themes.choose(chosen);
            settings.choose(settings.preferences().with(chosen));
        }
    }
}
