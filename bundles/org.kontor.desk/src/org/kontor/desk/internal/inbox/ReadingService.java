package org.kontor.desk.internal.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.desk.Reading;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down how far was read, and what was fetched. */
@Component(service = Reading.class)
public final class ReadingService implements Reading {
    private final Store store;

    @Activate
    public ReadingService(@Reference Store store) {
        this.store = store;
    }

    @Override
    public void looked(Scope scope, Map<ConversationRef, Instant> upTo) {
        Set<BrandId> answerable = scope.brands(Right.ANSWER);
        Map<ConversationRef, Instant> own = new HashMap<>(upTo);
        own.keySet().removeIf(ref -> !answerable.contains(ref.brand()));
        if (!own.isEmpty()) {
            store.write(scope, rows -> {
                rows.saveReadMarks(own);
                return true;
            });
        }
    }

    @Override
    public boolean keep(Scope scope, BrandId brand, Attachment attachment, byte[] content) {
        if (content.length > MOST_KEPT) {
            return false;
        }
        return store.write(scope, rows -> rows.keepAttachment(brand, attachment.id(), content));
    }
}
