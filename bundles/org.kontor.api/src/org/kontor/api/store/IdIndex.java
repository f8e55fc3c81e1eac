package org.kontor.api.store;

import java.util.ArrayList;
import java.util.List;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;

/**
 * The keys of a whole list in its order, 12 bytes each, so that a view can hold a window over it and fetch only the rows
 * it paints. Immutable.
 */
public final class IdIndex {
    private final List<BrandId> brands;
    private final int[] brandOf;
    private final long[] ids;
    private final boolean complete;

    /**
     * @param brands the brands that occur
     * @param brandOf for each row the position in {@code brands}
     * @param ids for each row the conversation's id
     * @param complete false when the list was cut at the limit asked for
     */
    public IdIndex(List<BrandId> brands, int[] brandOf, long[] ids, boolean complete) {
        if (brandOf.length != ids.length) {
            throw new IllegalArgumentException("brandOf and ids must be of one length");
        }
        this.brands = List.copyOf(brands);
        this.brandOf = brandOf.clone();
        this.ids = ids.clone();
        this.complete = complete;
    }

    /** A list without rows. */
    public static IdIndex empty() {
        return new IdIndex(List.of(), new int[0], new long[0], true);
    }

    /** How many rows there are. */
    public int size() {
        return ids.length;
    }

    /** Whether these are all rows of the query. */
    public boolean complete() {
        return complete;
    }

    /** The key at {@code row}, counted from 0. */
    public ConversationRef get(int row) {
        return new ConversationRef(brands.get(brandOf[row]), new ConversationId(ids[row]));
    }

    /** The keys from {@code from} (inclusive) to {@code to} (exclusive), cut to what there is. */
    public List<ConversationRef> range(int from, int to) {
        List<ConversationRef> refs = new ArrayList<>();
        for (int row = Math.max(0, from); row < Math.min(to, ids.length); row++) {
            refs.add(get(row));
        }
        return refs;
    }

    /** The row of a conversation, or -1. */
    public int indexOf(ConversationRef ref) {
        for (int row = 0; row < ids.length; row++) {
            if (ids[row] == ref.id().value() && brands.get(brandOf[row]).equals(ref.brand())) {
                return row;
            }
        }
        return -1;
    }
}
