package org.kontor.ui.escalation.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;
import org.kontor.ui.escalation.internal.model.CaseModel;

/** The conversations of a case; a click shows one in the inbox. */
final class ConversationCards extends Composite {
    private final Desk desk;
    private final CaseModel model;
    private final Consumer<ConversationRef> open;
    private List<Conversation> shown = List.of();
    private boolean editable;
    private boolean filled;

    ConversationCards(Composite parent, Desk desk, CaseModel model, Consumer<ConversationRef> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        this.open = open;
        Css.set(this, Css.CANVAS);
        setLayout(Grid.tight(2));
    }

    /** Returns whether anything looks different. */
    boolean refresh(CaseFile file) {
        boolean may = model.editable();
        if (filled && shown.equals(file.conversations()) && editable == may) {
            return false;
        }
        filled = true;
        shown = file.conversations();
        editable = may;
        for (Control each : getChildren()) {
            each.dispose();
        }
        for (int i = 0; i < shown.size(); i++) {
            card(shown.get(i), i);
        }
        if (shown.isEmpty()) {
            Css.set(Texts.quiet(this, desk.look(), desk.text("case.noConversations")), Css.QUIET, Css.CANVAS);
        }
        layout(true, true);
        return true;
    }

    private void card(Conversation conversation, int number) {
        ConversationRef ref = ConversationRef.of(conversation);
        LinkCard card = new LinkCard(
                this,
                desk.look(),
                desk.words().conversation(conversation),
                desk.words().state(conversation));
        Names.id(card, "case.conversation." + number);
        card.setToolTipText(desk.text("case.openConversation"));
        card.onActivate(() -> open.accept(ref));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(editable ? 1 : 2, 1)
                .applyTo(card);
        if (editable) {
            IconButton out = new IconButton(this, desk.look(), Grid.CONTROL, Icon.CLOSE, desk.text("case.unlink"));
            Names.id(out, "case.unlink." + number);
            out.onActivate(() -> model.unlink(ref));
        }
    }
}
