package org.kontor.ui.setup.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.ui.setup.internal.SetupKit;
import org.kontor.ui.setup.internal.SetupTopics;

/** Opens the wizard for a further account; it asks for the brand unless the command names one. */
public final class AddAccountHandler {
    /** The command's parameter: the brand's number. */
    public static final String BRAND = "org.kontor.command.account.add.brand";

    @Execute
    public void execute(
            SetupKit kit,
            IEventBroker broker,
            @Optional @Named(IServiceConstants.ACTIVE_SHELL) @Nullable Shell parent,
            @Optional @Named(BRAND) @Nullable String brand) {
        BrandId id = brand == null ? null : new BrandId(Long.parseLong(brand));
        kit.open(parent, id, false)
                .ifPresent(
                        made -> broker.post(SetupTopics.CREATED, made.account().id()));
    }
}
