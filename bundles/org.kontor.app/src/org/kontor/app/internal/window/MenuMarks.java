package org.kontor.app.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.theme.Themes;

/** Marks in menus what is chosen, wherever it was chosen. */
public final class MenuMarks {
    private static final String THEMES = "org.kontor.menu.item.theme.";
    private static final String LANGUAGES = "org.kontor.menu.item.language.";
    private static final String RANGES = "org.kontor.menu.item.range.";

    private final MApplication application;
    private final EModelService models;
    private final Themes themes;
    private @Nullable Runnable off;

    @Inject
    MenuMarks(MApplication application, EModelService models, Themes themes) {
        this.application = application;
        this.models = models;
        this.themes = themes;
    }

    @PostConstruct
    void begin() {
        mark(LANGUAGES, Locale.getDefault().getLanguage());
        theme();
        off = themes.onChange(this::theme);
    }

    @PreDestroy
    void end() {
        Runnable listener = off;
        if (listener != null) {
            listener.run();
        }
    }

    @Inject
    @Optional
    void ranged(@Named(ContextKeys.RANGE) TimeRange range) {
        mark(RANGES, range.preset().name().toLowerCase(Locale.ROOT));
    }

    private void theme() {
        mark(THEMES, themes.choice().name().toLowerCase(Locale.ROOT));
    }

    private void mark(String group, String chosen) {
        for (MHandledMenuItem item :
                models.findElements(application, MHandledMenuItem.class, EModelService.IN_MAIN_MENU, each -> {
                    String id = each.getElementId();
                    return id != null && id.startsWith(group);
                })) {
            item.setSelected(item.getElementId().equals(group + chosen));
        }
    }
}
