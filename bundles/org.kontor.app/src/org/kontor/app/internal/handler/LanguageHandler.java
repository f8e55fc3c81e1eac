package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.dialog.RestartQuestion;
import org.kontor.app.internal.model.Settings;

/** Chooses the language, from the next start on, and offers that start. */
public final class LanguageHandler {
    @Execute
    void choose(
            @Named("org.kontor.command.language.tag") String tag,
            Settings settings,
            RestartQuestion question,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        boolean same = tag.equals(settings.preferences().language())
                || settings.preferences().language() == null
                        && tag.equals(Locale.getDefault().getLanguage());
        if (!same) {
            settings.choose(settings.preferences().with(tag));
            question.ask(shell);
        }
    }
}
