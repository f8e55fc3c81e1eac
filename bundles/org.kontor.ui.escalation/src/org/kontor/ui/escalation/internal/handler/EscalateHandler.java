package org.kontor.ui.escalation.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.escalation.internal.CaseKit;
import org.kontor.ui.escalation.internal.model.EscalationServices;

/** Makes a case of the conversation that is selected and opens its editor. */
public final class EscalateHandler {
    @Execute
    public void execute(
            @Optional @Nullable @Named(ContextKeys.CONVERSATION) ConversationRef conversation, CaseKit kit) {
        if (conversation == null) {
            return;
        }
        EscalationServices services = kit.services();
        services.work()
                .run(
                        kit.desk().text("job.escalate"),
                        EscalationServices.FAMILY,
                        monitor -> services.cases().open(services.grants().current(), conversation),
                        result -> {
                            if (result instanceof CaseResult.Done done) {
                                kit.open(done.now().ref());
                            }
                        });
    }

    @CanExecute
    public boolean canExecute(@Optional @Nullable @Named(ContextKeys.CONVERSATION) ConversationRef conversation) {
        return conversation != null;
    }
}
