package org.kontor.ui.escalation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.Cases;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;
import org.kontor.ui.escalation.internal.model.CaseKey;
import org.kontor.ui.escalation.internal.model.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cases of a conversation, in the card beside it. */
@Component
public final class CaseSection implements SideSection {
    private static final int ORDER = 50;

    private final Cases cases;

    @Activate
    public CaseSection(@Reference Cases cases) {
        this.cases = cases;
    }

    @Override
    public String id() {
        return "org.kontor.ui.escalation.cases";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<SideModel> load(SideRequest request, IProgressMonitor monitor) {
        Messages messages = Messages.of(request.locale());
        List<SideModel.Line> lines = new ArrayList<>();
        for (Case each : cases.of(request.scope(), request.conversation())) {
            Case.Closing closing = each.closing();
            String name = messages.text("case.name", each.number());
            lines.add(new SideModel.Line(
                    closing == null ? name : name + " · " + messages.text("outcome." + closing.outcome()),
                    each.facts().title(),
                    null,
                    new SideModel.Run(Commands.OPEN_CASE, Map.of(Commands.CASE_ID, CaseKey.of(each.ref())))));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new SideModel(messages.text("section.title"), lines));
    }
}
