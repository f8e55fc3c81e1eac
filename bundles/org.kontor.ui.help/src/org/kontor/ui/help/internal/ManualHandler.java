package org.kontor.ui.help.internal;

import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.Commands;

/** Opens the manual, at a page or at the one about the perspective in front. */
public final class ManualHandler {
    @Execute
    void open(
            MApplication application,
            @org.eclipse.e4.core.di.annotations.Optional @Nullable @Named(Commands.MANUAL_PAGE) String page) {
        desk(application.getContext()).open(page == null ? "" : page);
    }

    /** The one of this workbench: a singleton of the injector would outlive it. */
    private static ManualDesk desk(IEclipseContext context) {
        return Optional.ofNullable(context.get(ManualDesk.class)).orElseGet(() -> {
            ManualDesk made = ContextInjectionFactory.make(ManualDesk.class, context);
            context.set(ManualDesk.class, made);
            return made;
        });
    }
}
