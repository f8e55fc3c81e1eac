package org.kontor.store.internal.rows;

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
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.ResponseTimes;
import org.kontor.store.internal.sql.Sql;

/** {@link ReadRows} over JDBC: hands each call to the rows of its area. */
public class JdbcReadRows implements ReadRows {
    final View view;

    /** The rows that {@code scope} may read, within the transaction that is open on {@code sql}. */
    public JdbcReadRows(Sql sql, Scope scope) {
        this.view = new View(sql, scope);
    }

    @Override
    public Scope scope() {
        return view.scope;
    }

    @Override
    public List<User> users() {
        return AgencyRows.users(view);
    }

    @Override
    public Map<BrandId, Set<Right>> grantsOf(UserId user) {
        return AgencyRows.grantsOf(view, user);
    }

    @Override
    public List<Client> clients() {
        return AgencyRows.clients(view);
    }

    @Override
    public List<Brand> brands() {
        return AgencyRows.brands(view);
    }

    @Override
    public Optional<Brand> brand(BrandId brand) {
        return AgencyRows.brand(view, brand);
    }

    @Override
    public List<Account> accounts() {
        return AccountRows.accounts(view);
    }

    @Override
    public Optional<Account> account(BrandId brand, AccountId account) {
        return AccountRows.account(view, brand, account);
    }

    @Override
    public List<AccountStatus> accountStatuses() {
        return AccountRows.statuses(view);
    }

    @Override
    public Cursor cursor(BrandId brand, AccountId account) {
        return AccountRows.cursor(view, brand, account);
    }

    @Override
    public Optional<Policy> policy(BrandId brand) {
        return PolicyRows.policy(view, brand);
    }

    @Override
    public Optional<byte[]> brandLogo(BrandId brand) {
        return LogoRows.logo(view, brand);
    }

    @Override
    public IdIndex index(InboxQuery query, int limit) {
        return InboxIndex.index(view, query, limit);
    }

    @Override
    public List<Conversation> conversations(Collection<ConversationRef> refs) {
        return ConversationRows.conversations(view, refs);
    }

    @Override
    public Optional<Conversation> conversation(ConversationRef ref) {
        return ConversationRows.conversation(view, ref);
    }

    @Override
    public Map<ConversationRef, Instant> readMarks(Collection<ConversationRef> refs) {
        return MarkRows.marks(view, refs);
    }

    @Override
    public Map<BrandId, Map<Queue, Integer>> queueCounts() {
        return QueueCounters.read(view);
    }

    @Override
    public List<Message> messages(ConversationRef ref) {
        return MessageRows.ofConversation(view, ref);
    }

    @Override
    public Optional<Message> message(BrandId brand, MessageId message) {
        return MessageRows.message(view, brand, message);
    }

    @Override
    public List<MessageVersion> versions(BrandId brand, MessageId message) {
        return MessageRows.versions(view, brand, message);
    }

    @Override
    public List<Inquiry> inquiries(ConversationRef ref) {
        return InquiryRows.ofConversation(view, ref);
    }

    @Override
    public List<Inquiry> openInquiries(BrandId brand, @Nullable InquiryId after, int max) {
        return InquiryRows.open(view, brand, after, max);
    }

    @Override
    public List<Note> notes(ConversationRef ref) {
        return DeskRows.notes(view, ref);
    }

    @Override
    public Optional<Draft> draft(ConversationRef ref) {
        return DeskRows.draft(view, ref);
    }

    @Override
    public Map<AccountId, Long> foundLate(LocalDate first, LocalDate last) {
        return BalanceRows.foundLate(view, first, last);
    }

    @Override
    public Optional<Span> ledgerDays(BrandId brand) {
        return BalanceRows.days(view, brand);
    }

    @Override
    public List<BalanceDifference> dayDifferences(BrandId brand, LocalDate first, LocalDate last) {
        return BalanceRows.ofDays(view, brand, first, last);
    }

    @Override
    public List<BalanceDifference> totalDifferences(BrandId brand) {
        return BalanceRows.ofWhole(view, brand);
    }

    @Override
    public List<AuditEntry> audit(AuditQuery query) {
        return AuditRows.page(view, query);
    }

    @Override
    public List<AuditAnchor> auditAnchors(BrandId brand) {
        return AuditRows.anchors(view, brand);
    }

    @Override
    public AuditStep checkAudit(BrandId brand, AuditStep.Onward from, Collection<AuditAnchor> known, int max) {
        return new AuditChecker(view, brand, known).step(from, max);
    }

    @Override
    public Optional<Profile> profile(BrandId brand, ProfileId profile) {
        return PeopleRows.profile(view, brand, profile);
    }

    @Override
    public List<Profile> profiles(BrandId brand, ContactId contact) {
        return PeopleRows.profiles(view, brand, contact);
    }

    @Override
    public List<Conversation> conversationsOf(BrandId brand, ContactId contact, int limit) {
        return ConversationRows.ofContact(view, brand, contact, limit);
    }

    @Override
    public Optional<LedgerEntry> ledgerEntry(BrandId brand, LedgerId entry) {
        return LedgerRows.entry(view, brand, entry);
    }

    @Override
    public List<LedgerEntry> waiting(BrandId brand, AccountId account, int max) {
        return LedgerRows.waiting(view, brand, account, max);
    }

    @Override
    public Map<ExternalId, Message> messagesByExternalId(BrandId brand, AccountId account, Collection<ExternalId> ids) {
        return MessageRows.byExternalId(view, brand, account, ids);
    }

    @Override
    public Map<ExternalId, Conversation> conversationsByRoot(
            BrandId brand, AccountId account, Collection<ExternalId> roots) {
        return ConversationRows.byRoot(view, brand, account, roots);
    }

    @Override
    public Map<ExternalId, Profile> profilesByExternalId(
            BrandId brand, ChannelType channel, Collection<ExternalId> ids) {
        return PeopleRows.byExternalId(view, brand, channel, ids);
    }

    @Override
    public List<ExternalId> openInboundMessages(BrandId brand, AccountId account, int max) {
        return MessageRows.openInbound(view, brand, account, max);
    }

    @Override
    public Optional<OutboxEntry> outboxEntry(BrandId brand, OutboxId entry) {
        return OutboxRows.entry(view, brand, entry);
    }

    @Override
    public List<OutboxEntry> outbox(ConversationRef ref) {
        return OutboxRows.ofConversation(view, ref);
    }

    @Override
    public List<OutboxEntry> outboxDue(BrandId brand, AccountId account, Instant now, int max) {
        return OutboxRows.due(view, brand, account, now, max);
    }

    @Override
    public Optional<Instant> outboxNext(BrandId brand, AccountId account) {
        return OutboxRows.next(view, brand, account);
    }

    @Override
    public List<OutboxEntry> outboxIn(BrandId brand, AccountId account, Set<OutboxState> states) {
        return OutboxRows.in(view, brand, account, states);
    }

    @Override
    public Map<ExternalId, OutboxEntry> outboxBySentId(BrandId brand, AccountId account, Collection<ExternalId> ids) {
        return OutboxRows.bySentId(view, brand, account, ids);
    }

    @Override
    public int outboxPending() {
        return OutboxRows.pending(view);
    }

    @Override
    public EventBalance eventBalance(Instant from, Instant to) {
        return DayCounters.balance(view, AgencyRows.zones(view), from, to);
    }

    @Override
    public InquiryBalance inquiryBalance(Instant from, Instant to) {
        return InquiryRows.balance(view, from, to);
    }

    @Override
    public EventBalance eventBalanceOf(Set<BrandId> brands, Set<AccountId> accounts, LocalDate first, LocalDate last) {
        return DayCounters.balance(view, brands, accounts, first, last);
    }

    @Override
    public List<InquiryCount> inquiryCounts(InquirySelection selection) {
        return ReportRows.counts(view, selection);
    }

    @Override
    public List<ResponseTimes> responseTimes(Collection<InquirySelection> selections, ResponseTimes.By by) {
        return ReportRows.responseTimes(view, List.copyOf(selections), by);
    }

    @Override
    public List<Inquiry> inquiriesOf(InquirySelection selection, int limit) {
        return ReportRows.inquiries(view, selection, limit);
    }

    @Override
    public long escalatedCount(InquirySelection selection) {
        return ReportRows.escalated(view, selection);
    }

    @Override
    public Optional<Case> caseBy(CaseRef ref) {
        return CaseRows.caseBy(view, ref);
    }

    @Override
    public List<Case> cases(CaseQuery query) {
        return CaseRows.cases(view, query);
    }

    @Override
    public List<Case> casesOf(ConversationRef conversation) {
        return CaseRows.ofConversation(view, conversation);
    }

    @Override
    public List<CaseEntry> caseEntries(CaseRef ref) {
        return CaseEntryRows.ofCase(view, ref);
    }

    @Override
    public int lastCaseNumber(BrandId brand, int year) {
        return CaseRows.lastNumber(view, brand, year);
    }

    @Override
    public long changeHead() {
        return Changes.head(view);
    }

    @Override
    public List<Change> changes(long seq, int max) {
        return Changes.after(view, seq, max);
    }

    @Override
    public Optional<byte[]> blob(BrandId brand, String blob) {
        return BlobRows.blob(view, brand, blob);
    }
}
