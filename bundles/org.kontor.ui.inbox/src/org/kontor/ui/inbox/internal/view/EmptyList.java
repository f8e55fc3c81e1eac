package org.kontor.ui.inbox.internal.view;

import java.util.Set;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.Commands;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.inbox.internal.model.InboxModel;

/** What a list without rows says, and the one thing to do about it. */
final class EmptyList {
    private final Kit kit;

    EmptyList(Kit kit) {
        this.kit = kit;
    }

    void say(EmptyState state) {
        InboxModel inbox = kit.models().inbox();
        if (inbox.directory().accounts().isEmpty()) {
            state.show(
                    Icon.INBOX,
                    kit.texts().list_noaccounts,
                    kit.texts().list_noaccounts_action,
                    () -> kit.outside().command(Commands.ADD_BRAND));
        } else if (inbox.narrow() != null && !inbox.wholeTime()) {
            state.show(
                    Icon.CLOCK,
                    inbox.text().isEmpty()
                            ? kit.texts().list_empty_range
                            : kit.words().fill(kit.texts().list_empty_search_range, inbox.text()),
                    kit.texts().range_show,
                    () -> inbox.wholeTime(true));
        } else if (!inbox.text().isEmpty()) {
            state.show(Icon.SEARCH, kit.words().fill(kit.texts().list_empty_search, inbox.text()));
        } else if (!inbox.channels().isEmpty()) {
            state.show(
                    Icon.FILTER,
                    kit.texts().list_empty_filter,
                    kit.texts().list_empty_filter_clear,
                    () -> inbox.channels(Set.of()));
        } else if (inbox.queue() == Queue.MINE) {
            state.show(
                    Icon.DONE,
                    kit.words().empty(Queue.MINE),
                    kit.texts().list_empty_mine_action,
                    () -> inbox.show(Queue.UNANSWERED));
        } else {
            state.show(Icon.DONE, kit.words().empty(inbox.queue()));
        }
    }
}
