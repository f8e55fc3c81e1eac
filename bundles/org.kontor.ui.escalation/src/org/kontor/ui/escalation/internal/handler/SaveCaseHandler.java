package org.kontor.ui.escalation.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.escalation.internal.CasePart;

/** Saves the case whose editor has the focus. */
public final class SaveCaseHandler {
    @Execute
    public void execute(@Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart part) {
        if (part != null && part.getObject() instanceof CasePart editor) {
            editor.save();
        }
    }

    @CanExecute
    public boolean canExecute(@Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart part) {
        return part != null && part.isDirty() && part.getObject() instanceof CasePart;
    }
}
