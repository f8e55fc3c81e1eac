package org.kontor.ui.setup.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.setup.internal.SetupPart;

/** Keeps the form that is open in the set-up perspective. */
public final class SaveHandler {
    @Execute
    public void execute(@Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart part) {
        if (part != null && part.getObject() instanceof SetupPart setup) {
            setup.save();
        }
    }

    @CanExecute
    public boolean canExecute(@Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart part) {
        return part != null && part.getObject() instanceof SetupPart;
    }
}
