package org.kontor.ui.escalation.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.api.Commands;
import org.kontor.ui.escalation.internal.CaseKit;
import org.kontor.ui.escalation.internal.Editors;
import org.kontor.ui.escalation.internal.model.CaseKey;

/** Opens a case in its editor. */
public final class OpenCaseHandler {
    @Execute
    public void execute(@Named(Commands.CASE_ID) String key, CaseKit kit, Editors editors) {
        CaseKey.parse(key).ifPresent(ref -> {
            kit.showPerspective();
            editors.open(ref);
        });
    }
}
