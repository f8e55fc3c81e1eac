package org.kontor.ui.escalation.internal.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;

/**
 * A case with all that its editor shows, read in one view of the store.
 *
 * @param users everybody who could be the owner
 * @param conversations in the order of the case
 * @param entries oldest first
 */
public record CaseFile(
        Case now, Brand brand, List<User> users, List<Conversation> conversations, List<CaseEntry> entries) {
    public CaseFile {
        users = List.copyOf(users);
        conversations = List.copyOf(conversations);
        entries = List.copyOf(entries);
    }

    /** Reads it; empty where there is no such case within the scope. */
    static Optional<CaseFile> read(Store store, Scope scope, CaseRef ref) {
        return store.read(scope, rows -> {
            Case found = rows.caseBy(ref).orElse(null);
            Brand brand = rows.brand(ref.brand()).orElse(null);
            if (found == null || brand == null) {
                return Optional.empty();
            }
            List<Conversation> conversations = rows.conversations(found.conversations());
            List<Conversation> ordered = found.conversations().stream()
                    .flatMap(wanted -> conversations.stream()
                            .filter(c -> ConversationRef.of(c).equals(wanted)))
                    .toList();
            return Optional.of(new CaseFile(
                    found,
                    brand,
                    rows.users().stream()
                            .filter(user -> !user.id().equals(User.SYSTEM))
                            .toList(),
                    ordered,
                    rows.caseEntries(ref)));
        });
    }

    /** The name of a user; empty for nobody, and for the house itself. */
    public String name(@Nullable UserId user) {
        return user == null
                ? ""
                : users.stream()
                        .filter(u -> u.id().equals(user))
                        .map(User::name)
                        .findFirst()
                        .orElse("");
    }

    /** Who writes in a conversation of the case; empty where it is not known. */
    public String customer(ConversationId id) {
        return conversations.stream()
                .filter(c -> c.id().equals(id))
                .map(Conversation::customerName)
                .findFirst()
                .orElse("");
    }
}
