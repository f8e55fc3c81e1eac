package org.kontor.ui.inbox.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;

/** The part of a list that the table holds, what of it is seen, and what is selected in it. Rows count in the window. */
final class ListWindow {
    /** The most rows a table should hold (build.md, virtual table). */
    static final int MOST = 10_000;

    private static final int EDGE = 500;
    private static final int AHEAD = 30;

    private IdIndex index = IdIndex.empty();
    private int start;
    private int seenFrom;
    private int seenTo;
    private @Nullable ConversationRef lead;
    /** Where the lead is, or where it was before it left the list; counted over the whole index. */
    private int leadAt = -1;

    private boolean leadInside;
    private Set<ConversationRef> selected = Set.of();

    IdIndex index() {
        return index;
    }

    void index(IdIndex newIndex) {
        index = newIndex;
        start = Math.max(0, Math.min(start, index.size() - MOST));
        seenFrom = Math.min(seenFrom, size());
        seenTo = Math.min(seenTo, size());
        findLead();
    }

    int total() {
        return index.size();
    }

    int start() {
        return start;
    }

    void start(int newStart) {
        start = newStart;
    }

    int size() {
        return Math.min(MOST, index.size() - start);
    }

    ConversationRef get(int row) {
        return index.get(start + row);
    }

    // -- eyes

    int seenFrom() {
        return seenFrom;
    }

    int seenTo() {
        return seenTo;
    }

    void see(int from, int to) {
        seenFrom = Math.max(0, from);
        seenTo = Math.min(to, size());
    }

    /** Whether someone is in the middle of the list, so that nothing may move. */
    boolean steady() {
        return start + seenFrom > 0 || leadInside && leadAt > 0;
    }

    /** The keys of what is seen and of what comes next. */
    List<ConversationRef> around() {
        int to = seenTo > seenFrom ? seenTo : seenFrom + AHEAD;
        return index.range(start + seenFrom - AHEAD, start + to + AHEAD);
    }

    /** By how much the window has to move because the eyes came near one of its ends; 0 if it may stay. */
    int shift() {
        if (seenFrom < EDGE && start > 0) {
            return -Math.min(start, MOST / 2);
        }
        int below = index.size() - start - size();
        return seenTo > size() - EDGE && below > 0 ? Math.min(below, MOST / 2) : 0;
    }

    void move(int by) {
        start += by;
        seenFrom = Math.max(0, seenFrom - by);
        seenTo = Math.max(0, seenTo - by);
    }

    // -- selection

    @Nullable
    ConversationRef lead() {
        return lead;
    }

    int leadRow() {
        int row = leadAt - start;
        return leadInside && row >= 0 && row < size() ? row : -1;
    }

    /** The rows after and before the lead. */
    List<ConversationRef> neighbours() {
        return leadInside
                ? Stream.concat(index.range(leadAt + 1, leadAt + 2).stream(), index.range(leadAt - 1, leadAt).stream())
                        .toList()
                : List.of();
    }

    Set<ConversationRef> selected() {
        return selected;
    }

    void select(Set<ConversationRef> refs, @Nullable ConversationRef newLead) {
        selected = Set.copyOf(refs);
        lead = newLead;
        findLead();
    }

    /**
     * Moves the lead; from a row that left the list, to the one that took its place.
     *
     * @return whether there was a row to move to
     */
    boolean step(int by) {
        int from = leadInside || by < 0 ? leadAt : leadAt < 0 ? -1 : leadAt - 1;
        int to = Math.min(from + by, index.size() - 1);
        if (to < 0 || leadInside && to == leadAt) {
            return false;
        }
        lead(to);
        return true;
    }

    /**
     * Moves the lead to the last row of the whole index, or to its first.
     *
     * @return whether there was a row to move to
     */
    boolean toEnd(boolean last) {
        int to = last ? index.size() - 1 : 0;
        if (index.size() == 0 || leadInside && to == leadAt) {
            return false;
        }
        lead(to);
        return true;
    }

    /** Gives the lead to the next row that stays, or else to the last one before that does. */
    void leave(Collection<ConversationRef> refs) {
        if (!leadInside) {
            return;
        }
        int to = leadAt;
        while (to < index.size() && refs.contains(index.get(to))) {
            to++;
        }
        if (to == index.size()) {
            to = leadAt;
            while (to >= 0 && refs.contains(index.get(to))) {
                to--;
            }
        }
        if (to >= 0) {
            lead(to);
        } else {
            select(Set.of(), null);
        }
    }

    private void lead(int at) {
        ConversationRef ref = index.get(at);
        lead = ref;
        selected = Set.of(ref);
        leadAt = at;
        leadInside = true;
        if (at < start) {
            start = Math.max(0, at - MOST / 2);
        } else if (at >= start + size()) {
            start = Math.min(index.size() - MOST, at - MOST / 2);
        }
    }

    private void findLead() {
        ConversationRef ref = lead;
        if (ref == null) {
            leadInside = false;
            leadAt = -1;
            return;
        }
        // Where it was is where it most often still is.
        if (leadAt >= 0 && leadAt < index.size() && index.get(leadAt).equals(ref)) {
            leadInside = true;
            return;
        }
        int at = index.indexOf(ref);
        leadInside = at >= 0;
        leadAt = leadInside ? at : Math.min(leadAt, index.size());
    }
}
