package org.kontor.api.report;

import java.util.List;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;

/**
 * The inquiries behind a number, newest first.
 *
 * @param complete false where there are more than were asked for
 * @since 0.1
 */
public record Behind(List<Item> items, boolean complete) {
    /** An inquiry with where it belongs. */
    public record Item(Inquiry inquiry, Conversation conversation, Account account, Brand brand) {}

    public Behind {
        items = List.copyOf(items);
    }
}
