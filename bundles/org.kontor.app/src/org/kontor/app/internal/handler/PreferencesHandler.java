package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.PreferencesSheet;
import org.kontor.app.internal.dialog.RestartQuestion;
import org.kontor.app.internal.model.Settings;
import org.kontor.app.internal.preference.GeneralPage;
import org.kontor.app.internal.preference.PreferencePages;
import org.kontor.app.internal.preference.PreferencesModel;
import org.kontor.app.internal.window.Perspectives;
import org.kontor.ui.api.preference.PreferencePage.Choice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;

/** Opens the preferences, and offers a restart if the language changed. */
public final class PreferencesHandler {
    @Execute
    void open(
            MApplication application,
            EModelService models,
            Settings settings,
            Themes themes,
            Work work,
            PreferencePages pages,
            Look look,
            RestartQuestion question,
            @Translation Messages texts,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        List<Choice> perspectives = Perspectives.of(application, models).stream()
                .flatMap(each -> Stream.ofNullable(each.getLocalizedLabel())
                        .map(label -> new Choice(each.getElementId(), label)))
                .toList();
        GeneralPage general = new GeneralPage(
                settings, texts, perspectives, chosen -> shell.getDisplay().asyncExec(() -> themes.choose(chosen)));
        String before = settings.preferences().language();
        PreferencesModel model = new PreferencesModel(work, pages, texts, Locale.getDefault());
        PreferencesSheet sheet = new PreferencesSheet(shell, look, texts, model);
        sheet.create();
        model.open(general);
        sheet.open();
        String after = settings.preferences().language();
        boolean other = after == null || !after.equals(Locale.getDefault().getLanguage());
        if (!Objects.equals(before, after) && other) {
            question.ask(shell);
        }
    }
}
