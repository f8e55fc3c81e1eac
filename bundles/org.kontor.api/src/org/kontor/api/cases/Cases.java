package org.kontor.api.cases;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Scope;
import org.kontor.api.store.ConversationRef;

/**
 * The cases of the brands. Everything does disk I/O: not for the UI thread. Reading finds nothing outside of the scope;
 * changing needs {@link org.kontor.api.access.Right#ANSWER} for the brand, else a
 * {@link org.kontor.api.access.ScopeException} is thrown. Every change stands in the timeline in the same transaction.
 *
 * @since 0.1
 */
public interface Cases {
    /**
     * Opens a case from a conversation and fills in what the conversation tells: its subject or first words as the title, its
     * assignee or else the user as the owner, its deadline as what was promised.
     *
     * @return {@link CaseResult.Done} with the new case, or with the open one that holds the conversation already
     */
    CaseResult open(Scope scope, ConversationRef conversation);

    /**
     * Keeps other facts.
     *
     * @param revision of the case that the changes were made on
     * @return {@link CaseResult.Conflict} if the case has another revision by now; saving again with that one overwrites it
     */
    CaseResult save(Scope scope, CaseRef ref, int revision, CaseFacts facts);

    /** Writes a note into the timeline, of a closed case too. */
    CaseResult note(Scope scope, CaseRef ref, String text);

    /** Writes a decision into the timeline. */
    CaseResult decide(Scope scope, CaseRef ref, String text);

    /** Adds a conversation of the same brand; one that it holds already changes nothing. */
    CaseResult link(Scope scope, CaseRef ref, ConversationRef conversation);

    /** Takes a conversation out; one that it does not hold changes nothing. */
    CaseResult unlink(Scope scope, CaseRef ref, ConversationRef conversation);

    /** Ends a case. Its conversations are no longer escalated, unless another open case holds them. */
    CaseResult close(Scope scope, CaseRef ref, int revision, Outcome outcome, String words);

    /** Takes a closed case up again. */
    CaseResult reopen(Scope scope, CaseRef ref);

    /** A case; empty where there is none within the scope. */
    Optional<Case> find(Scope scope, CaseRef ref);

    /** The timeline of a case, oldest first. */
    List<CaseEntry> entries(Scope scope, CaseRef ref);

    /** The cases of a board, in its order. */
    List<Case> board(Scope scope, CaseQuery query);

    /** The cases that hold a conversation, the newest first. */
    List<Case> of(Scope scope, ConversationRef conversation);
}
