package org.kontor.ui.inbox.internal.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;

/** What the list's view has to follow. */
public sealed interface ListEvent {
    /**
     * The rows are others now.
     *
     * @param top the row to be shown at the top, counted in the window; -1 to leave the scroll position alone
     */
    record Reset(int top) implements ListEvent {}

    /** These rows, counted in the window, look different now. */
    record Rows(Set<Integer> rows) implements ListEvent {}

    /** Title, bars or the state of the list look different now. */
    record Head() implements ListEvent {}

    /**
     * Another row leads the selection.
     *
     * @param lead null for none
     * @param reveal whether the row is to be scrolled into view
     */
    record Lead(@Nullable ConversationRef lead, boolean reveal) implements ListEvent {}
}
