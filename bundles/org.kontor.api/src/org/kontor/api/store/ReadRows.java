package org.kontor.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;

/**
 * The rows a scope may read, in one consistent view. What lies outside the scope is as if it did not exist: lists leave it
 * out, look-ups are empty. Methods that take many keys take them in one call because a call may be a round trip.
 */
public interface ReadRows {
    /** On whose behalf. */
    Scope scope();

    // -- agency

    /** All users, by name. Agency-wide. */
    List<User> users();

    /**
     * What a user may do, by brand. Agency-wide: a user reads his own, an agency scope reads all; else empty. The desk makes
     * scopes from it.
     */
    Map<BrandId, Set<Right>> grantsOf(UserId user);

    /** All clients that own a brand of the scope, by name; all there are for an agency scope. */
    List<Client> clients();

    /** The brands of the scope, by name. */
    List<Brand> brands();

    Optional<Brand> brand(BrandId brand);

    /** The accounts of all brands of the scope, by brand and name. */
    List<Account> accounts();

    Optional<Account> account(BrandId brand, AccountId account);

    /** How the accounts of the scope are doing; an account that nobody has read yet has an {@link AccountStatus#unread}. */
    List<AccountStatus> accountStatuses();

    /** How far an account has been read; {@link Cursor#START} before the first page. */
    Cursor cursor(BrandId brand, AccountId account);

    /** The promise of a brand to its customers; empty where it made none. */
    Optional<Policy> policy(BrandId brand);

    /** The picture at the head of a brand's reports, a PNG; empty where it has none. */
    Optional<byte[]> brandLogo(BrandId brand);

    // -- inbox

    /**
     * The keys of all rows of a query, in its order. A search for words that very many messages hold looks at the newest of
     * them only; the list then says that it is not complete.
     *
     * @param limit the most to be returned, 1 to 1,000,000
     */
    IdIndex index(InboxQuery query, int limit);

    /** The conversations for keys, as far as they exist; the order is not kept. */
    List<Conversation> conversations(Collection<ConversationRef> refs);

    Optional<Conversation> conversation(ConversationRef ref);

    /**
     * Up to where the user of the scope has looked into conversations: the last activity that each had then. What he never
     * looked into is left out.
     */
    Map<ConversationRef, Instant> readMarks(Collection<ConversationRef> refs);

    /** How many conversations each queue holds, by brand; kept, not counted. {@link Queue#ALL} is left out. */
    Map<BrandId, Map<Queue, Integer>> queueCounts();

    /** The messages of a conversation, oldest first by publication, then id. */
    List<Message> messages(ConversationRef ref);

    Optional<Message> message(BrandId brand, MessageId message);

    /** All versions of a message, oldest first. */
    List<MessageVersion> versions(BrandId brand, MessageId message);

    /** The inquiries of a conversation, oldest first. */
    List<Inquiry> inquiries(ConversationRef ref);

    /**
     * The open inquiries of a brand by their ids, a page at a time.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Inquiry> openInquiries(BrandId brand, @Nullable InquiryId after, int max);

    /** Notes of a conversation, oldest first. */
    List<Note> notes(ConversationRef ref);

    /** What the user of the scope has typed and not sent. */
    Optional<Draft> draft(ConversationRef ref);

    // -- cases

    /** A case with its conversations. */
    Optional<Case> caseBy(CaseRef ref);

    /** The cases of a board, in its order. */
    List<Case> cases(CaseQuery query);

    /** The cases that hold a conversation, the newest first. */
    List<Case> casesOf(ConversationRef conversation);

    /** The timeline of a case, oldest first. */
    List<CaseEntry> caseEntries(CaseRef ref);

    /** The last number that a case of a brand got in a year; 0 before the first. */
    int lastCaseNumber(BrandId brand, int year);

    // -- audit trail

    /** Who did what, newest first. */
    List<AuditEntry> audit(AuditQuery query);

    /** Where the audit trail of a brand stood at the end of each month, oldest first; the last one is its head. */
    List<AuditAnchor> auditAnchors(BrandId brand);

    /**
     * Looks at the next entries of a brand's audit trail and whether they are as they were written.
     *
     * @param from what the call before returned; {@link AuditStep.Onward#START} for the first one
     * @param known anchors that were kept elsewhere
     * @param max how many entries to look at, from 1
     */
    AuditStep checkAudit(BrandId brand, AuditStep.Onward from, Collection<AuditAnchor> known, int max);

    // -- people

    Optional<Profile> profile(BrandId brand, ProfileId profile);

    /** All profiles of a person. */
    List<Profile> profiles(BrandId brand, ContactId contact);

    /** The conversations in which a person took part, newest first. */
    List<Conversation> conversationsOf(BrandId brand, ContactId contact, int limit);

    // -- receive pipeline

    Optional<LedgerEntry> ledgerEntry(BrandId brand, LedgerId entry);

    /** Ledger entries that wait to be worked through, in the order seen; fewer than {@code max} where payloads are large. */
    List<LedgerEntry> waiting(BrandId brand, AccountId account, int max);

    /** The messages that an account has under these ids. */
    Map<ExternalId, Message> messagesByExternalId(BrandId brand, AccountId account, Collection<ExternalId> ids);

    /** The conversations that begin with these ids. */
    Map<ExternalId, Conversation> conversationsByRoot(BrandId brand, AccountId account, Collection<ExternalId> roots);

    Map<ExternalId, Profile> profilesByExternalId(BrandId brand, ChannelType channel, Collection<ExternalId> ids);

    /** Present inbound messages of open inquiries, oldest looked-at first: candidates for a deletion check. */
    List<ExternalId> openInboundMessages(BrandId brand, AccountId account, int max);

    // -- outbox

    Optional<OutboxEntry> outboxEntry(BrandId brand, OutboxId entry);

    /** The outbox entries of a conversation, oldest first. */
    List<OutboxEntry> outbox(ConversationRef ref);

    /** Entries whose next step is due at {@code now}: QUEUED, and UNDECIDED that can still be read back; oldest first. */
    List<OutboxEntry> outboxDue(BrandId brand, AccountId account, Instant now, int max);

    /** When the next entry will be due; empty where none waits. */
    Optional<Instant> outboxNext(BrandId brand, AccountId account);

    /** The entries of an account in any of these states, oldest first. */
    List<OutboxEntry> outboxIn(BrandId brand, AccountId account, Set<OutboxState> states);

    /** The entry whose key or sent id is one of these. */
    Map<ExternalId, OutboxEntry> outboxBySentId(BrandId brand, AccountId account, Collection<ExternalId> ids);

    /** How many entries of the scope are queued or being sent. */
    int outboxPending();

    // -- numbers and feed

    /**
     * The first balance, of what was seen from {@code from} (inclusive) to {@code to} (exclusive), in whole days: every day
     * of a brand that the range touches counts.
     */
    EventBalance eventBalance(Instant from, Instant to);

    /** The second balance, of the inquiries begun from {@code from} (inclusive) to {@code to} (exclusive). */
    InquiryBalance inquiryBalance(Instant from, Instant to);

    /**
     * The first balance of some brands and accounts, in whole days of the brand.
     *
     * @param brands empty for all of the scope
     * @param accounts empty for all of them
     * @param last the last day that counts
     */
    EventBalance eventBalanceOf(Set<BrandId> brands, Set<AccountId> accounts, LocalDate first, LocalDate last);

    /** How many events of each account were found late on the days from {@code first} to {@code last}; 0 is left out. */
    Map<AccountId, Long> foundLate(LocalDate first, LocalDate last);

    /**
     * The first and the last day of a brand for which events are kept in the ledger; empty before the first. What is kept of earlier
     * days cannot be counted any more.
     */
    Optional<Span> ledgerDays(BrandId brand);

    /**
     * The numbers kept of a brand's events and inquiries that are not what the rows say.
     *
     * @param first the first day of the brand that is looked at
     * @param last the last one
     */
    List<BalanceDifference> dayDifferences(BrandId brand, LocalDate first, LocalDate last);

    /** The numbers kept of a brand as a whole that are not what the rows say: repeats by account, and queues. */
    List<BalanceDifference> totalDifferences(BrandId brand);

    /** Whole days. */
    record Span(LocalDate first, LocalDate last) {}

    /** The inquiries of a selection, counted by account, quarter of an hour of the dated time, and outcome. */
    List<InquiryCount> inquiryCounts(InquirySelection selection);

    /**
     * How long the answered inquiries of all selections waited, in groups. A group without one is left out. The selections
     * must not overlap; what is not answered does not count.
     */
    List<ResponseTimes> responseTimes(Collection<InquirySelection> selections, ResponseTimes.By by);

    /**
     * The inquiries of a selection, the newest first by begin, then id.
     *
     * @param limit the most to be returned, 1 to 1,000,000
     */
    List<Inquiry> inquiriesOf(InquirySelection selection, int limit);

    /** How many inquiries of a selection are open and in an open case. */
    long escalatedCount(InquirySelection selection);

    /** The newest sequence number of the change feed; 0 before the first. */
    long changeHead();

    /**
     * Changes of the scope's brands after {@code seq}, oldest first. Read again from a little before the newest seen:
     * sequence numbers may become visible out of order.
     */
    List<Change> changes(long seq, int max);

    /**
     * Content kept by its hash.
     *
     * @param blob SHA-256 in hex
     */
    Optional<byte[]> blob(BrandId brand, String blob);
}
