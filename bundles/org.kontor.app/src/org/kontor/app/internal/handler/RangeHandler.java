package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.window.TopBar;
import org.kontor.ui.api.TimeRange.Preset;

/** Chooses a time range, or opens the menu of them. */
public final class RangeHandler {
    /** Name of a {@link Preset}; without it the menu opens. */
    static final String PRESET = "org.kontor.command.range.preset";

    @Execute
    void choose(@Optional @Nullable @Named(PRESET) String preset, MApplication application, EModelService models) {
        for (TopBar bar : TopBar.of(application, models)) {
            if (preset == null) {
                bar.openRanges();
            } else {
                bar.chooseRange(Preset.valueOf(preset));
            }
        }
    }
}
