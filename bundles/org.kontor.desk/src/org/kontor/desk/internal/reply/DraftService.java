package org.kontor.desk.internal.reply;

import java.util.Optional;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.conversation.Draft;
import org.kontor.api.desk.Drafts;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps drafts in the store. */
@Component(service = Drafts.class)
public final class DraftService implements Drafts {
    private final Store store;

    @Activate
    public DraftService(@Reference Store store) {
        this.store = store;
    }

    @Override
    public Optional<Draft> draft(Scope scope, ConversationRef conversation) {
        return store.read(scope, rows -> rows.draft(conversation));
    }

    @Override
    public void keep(Scope scope, ConversationRef conversation, Draft draft) {
        scope.require(conversation.brand(), Right.ANSWER);
        boolean empty = draft.withoutReply() && draft.note().isBlank();
        store.write(scope, rows -> {
            if (empty) {
                rows.removeDraft(conversation);
            } else {
                rows.saveDraft(conversation.brand(), draft);
            }
            return empty;
        });
    }
}
