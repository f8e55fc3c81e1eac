package org.kontor.ui.setup.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.setup.internal.SetupKit;
import org.kontor.ui.setup.internal.SetupTopics;

/** Opens the wizard for a new brand with its first account. */
public final class AddBrandHandler {
    @Execute
    public void execute(
            SetupKit kit,
            IEventBroker broker,
            @Optional @Named(IServiceConstants.ACTIVE_SHELL) @Nullable Shell parent) {
        kit.open(parent, null, true)
                .ifPresent(
                        made -> broker.post(SetupTopics.CREATED, made.account().id()));
    }
}
