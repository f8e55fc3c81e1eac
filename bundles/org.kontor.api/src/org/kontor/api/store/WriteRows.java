package org.kontor.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.outbox.OutboxEntry;

/**
 * The rows a scope may write, within one transaction. "Save" inserts or replaces by key. Each write of a brand's row needs
 * the scope to hold the brand ({@link org.kontor.api.access.Right#ANSWER}, or {@code SET_UP} for brand, account and policy), else
 * it throws {@link org.kontor.api.access.ScopeException}. Counters, search and change feed follow by themselves. Ids come
 * from the caller's {@link org.kontor.api.id.IdSource}.
 */
public interface WriteRows extends ReadRows {
    // -- agency

    /** Needs an agency scope. */
    void saveClient(Client client);

    /** Needs an agency scope for a new brand. Grants it to every user of an embedded store. */
    void saveBrand(Brand brand);

    void saveAccount(Account account);

    void saveStatus(AccountStatus status);

    /** Keeps the promise of its brand instead of the one before. The clocks of open inquiries are the caller's to set. */
    void savePolicy(Policy policy);

    /** Forgets the promise of a brand. */
    void removePolicy(BrandId brand);

    /** Keeps the picture at the head of a brand's reports. Needs {@link org.kontor.api.access.Right#SET_UP}. */
    void saveBrandLogo(BrandId brand, byte[] picture);

    /** Forgets it. */
    void removeBrandLogo(BrandId brand);

    // -- receive pipeline

    /**
     * Writes raw events into the ledger, waiting, and moves the cursor with them. An event that the ledger has already
     * (same brand, account, id and content) is only counted.
     *
     * @param next null leaves the cursor where it is
     * @param seenAt when we saw them
     */
    Recorded record(Account account, List<RawEvent> events, @Nullable Cursor next, Instant seenAt);

    /**
     * Says what became of ledger entries.
     *
     * @throws IllegalArgumentException if the brand's ledger has no such entry
     */
    void settle(BrandId brand, Map<LedgerId, LedgerOutcome> outcomes);

    /**
     * Puts what the rows say now in the place of a kept number; does nothing where they agree, and for
     * {@link BalanceDifference.OfInquiries}, of which nothing is kept. Needs {@link org.kontor.api.access.Right#SET_UP}.
     */
    void recount(BalanceDifference difference);

    /**
     * Saves conversations; adjusts the queue counters by what changed. Whether they are escalated is left as it is:
     * {@link #saveCase} says it.
     */
    void saveConversations(Collection<Conversation> conversations);

    /**
     * Saves messages in their newest version, with their attachments. Saving one as REDACTED takes the text of all its
     * versions away.
     */
    void saveMessages(Collection<Message> messages);

    /** Adds versions; one that is there already (message, version) is left as it is. */
    void addVersions(BrandId brand, Collection<MessageVersion> versions);

    /** Saves inquiries, begun or ended. */
    void saveInquiries(Collection<Inquiry> inquiries);

    /** Saves profiles; the contact of a new one is made with it. */
    void saveProfiles(Collection<Profile> profiles);

    /** Notes that messages were looked for on the platform, so that others come first the next time. */
    void lookedAt(BrandId brand, AccountId account, Collection<ExternalId> ids, Instant at);

    /** Notes that a person took part in a conversation; repeats change nothing. */
    void saveParticipants(ConversationRef ref, Collection<ProfileId> profiles);

    // -- agent's work

    void saveNote(Note note);

    /**
     * Notes up to where the user of the scope has looked into conversations; an earlier time than the one that is kept
     * changes nothing. No change is told of it: it concerns nobody else.
     */
    void saveReadMarks(Map<ConversationRef, Instant> looked);

    /**
     * Keeps the content of an attachment that was fetched, until its message is redacted. No change is told: the
     * conversation looks as it did.
     *
     * @return false if there is no such attachment (any more)
     */
    boolean keepAttachment(BrandId brand, AttachmentId attachment, byte[] content);

    void saveDraft(BrandId brand, Draft draft);

    /** Forgets the draft of the scope's user. */
    void removeDraft(ConversationRef ref);

    /** Saves an entry. The reply of one that is there already is not written again: it never changes. */
    void saveOutbox(OutboxEntry entry);

    /**
     * Saves a case with its conversations, and keeps which of those are escalated.
     *
     * @throws org.kontor.api.store.StoreException if its number is another case's, or a conversation is not there
     */
    void saveCase(Case changed);

    /** Adds entries to the timeline of a case. One that is there already is left as it is: entries never change. */
    void addCaseEntries(CaseRef ref, Collection<CaseEntry> entries);

    /**
     * Writes down who does what, in the transaction of what is done, behind all that the brand's audit trail holds. Whoever may
     * do something for the brand may; it needs {@link org.kontor.api.access.Right#ANSWER} or {@code SET_UP}.
     *
     * <p>One transaction at a time writes to the trail of a brand: until it has ended, the others wait. An engine with several
     * writers holds the row of the newest anchor for that.
     */
    AuditEntry audit(AuditEvent event);

    /**
     * Blanks the personal details of all entries about these conversations. The entries stay, and so does what proves that
     * they are whole.
     *
     * @return how many details were blanked
     */
    int eraseAudit(BrandId brand, Collection<ConversationId> conversations);

    /**
     * Keeps content by its hash; the same content is kept once per brand.
     *
     * @return SHA-256 in hex
     */
    String saveBlob(BrandId brand, byte[] content);
}
