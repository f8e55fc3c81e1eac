package org.kontor.store.internal.rows;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Table;

/** Up to where a user has looked into conversations. */
final class MarkRows {
    private static final String SAVE =
            Table.of("read_mark", "brand_id, conversation_id, user_id", "brand_id, conversation_id, user_id, looked")
                            .upsert()
                    + " WHERE excluded.looked > read_mark.looked";

    private MarkRows() {}

    static Map<ConversationRef, Instant> marks(View view, Collection<ConversationRef> refs) {
        Map<BrandId, Set<ConversationId>> byBrand = new HashMap<>();
        for (ConversationRef ref : refs) {
            byBrand.computeIfAbsent(ref.brand(), brand -> new HashSet<>()).add(ref.id());
        }
        Map<ConversationRef, Instant> marks = new HashMap<>();
        byBrand.forEach((brand, ids) -> {
            if (view.sees(brand)) {
                view.sql.each(
                        "SELECT conversation_id, looked FROM read_mark WHERE brand_id = ? AND "
                                + view.dialect().anyNumber("conversation_id") + " AND user_id = ?",
                        to -> to.id(brand).numbers(View.ids(ids)).id(view.scope.user()),
                        row -> {
                            marks.put(new ConversationRef(brand, new ConversationId(row.number())), row.time());
                            return true;
                        });
            }
        });
        return marks;
    }

    static void save(View view, Map<ConversationRef, Instant> looked) {
        List.copyOf(looked.entrySet()).forEach(mark -> {
            ConversationRef ref = mark.getKey();
            view.mayWrite(ref.brand());
            view.sql.update(
                    SAVE,
                    to -> to.id(ref.brand()).id(ref.id()).id(view.scope.user()).time(mark.getValue()));
        });
    }
}
