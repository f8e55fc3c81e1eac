package org.kontor.app.internal.window;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;

/** The time range as it stands in the application's context, where every view finds it. */
@Creatable
@Singleton
public final class RangeSelection {
    private final MApplication application;

    @Inject
    public RangeSelection(MApplication application) {
        this.application = application;
    }

    /** What is chosen. */
    public TimeRange range() {
        return application.getContext().get(ContextKeys.RANGE) instanceof TimeRange given ? given : TimeRange.USUAL;
    }

    /** Chooses another. */
    public void choose(TimeRange range) {
        application.getContext().set(ContextKeys.RANGE, range);
    }
}
