package org.kontor.store.internal.rows;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
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
import org.kontor.api.id.IdSource;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Recorded;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.sql.Sql;

/** {@link WriteRows} over JDBC. Counters and change feed are gathered and written when they are asked for or at the end. */
public final class JdbcWriteRows extends JdbcReadRows implements WriteRows {
    private final IdSource ids;
    private final Changes changes;
    private final QueueCounters counters;
    private final DayCounters days;
    private final SearchNotes search;
    /** Salts the audit trail; null until it is written. */
    private @Nullable SecureRandom random;

    /**
     * The rows that {@code scope} may write, within the transaction that is open on {@code sql}.
     *
     * @param ids makes the ids of ledger entries
     */
    public JdbcWriteRows(Sql sql, Scope scope, IdSource ids) {
        super(sql, scope);
        this.ids = ids;
        this.changes = new Changes(view.sql);
        this.counters = new QueueCounters(view.sql);
        this.days = new DayCounters(view.sql);
        this.search = new SearchNotes(view.sql);
    }

    /** The users that every store has; the one at the keyboard is called {@code localName}. */
    public static void addFirstUsers(Sql sql, String localName) {
        AgencyRows.addFirstUsers(sql, localName);
    }

    /** Writes what was gathered; the last step before the commit. */
    public void finish(Instant now) {
        counters.flush();
        days.flush();
        changes.flush(now);
        search.flush();
    }

    @Override
    public IdIndex index(InboxQuery query, int limit) {
        search.flush();
        return super.index(query, limit);
    }

    @Override
    public Map<BrandId, Map<Queue, Integer>> queueCounts() {
        counters.flush();
        return super.queueCounts();
    }

    @Override
    public EventBalance eventBalance(Instant from, Instant to) {
        days.flush();
        return super.eventBalance(from, to);
    }

    @Override
    public EventBalance eventBalanceOf(Set<BrandId> brands, Set<AccountId> accounts, LocalDate first, LocalDate last) {
        days.flush();
        return super.eventBalanceOf(brands, accounts, first, last);
    }

    @Override
    public Map<AccountId, Long> foundLate(LocalDate first, LocalDate last) {
        days.flush();
        return super.foundLate(first, last);
    }

    @Override
    public List<BalanceDifference> dayDifferences(BrandId brand, LocalDate first, LocalDate last) {
        days.flush();
        return super.dayDifferences(brand, first, last);
    }

    @Override
    public List<BalanceDifference> totalDifferences(BrandId brand) {
        days.flush();
        counters.flush();
        return super.totalDifferences(brand);
    }

    @Override
    public void recount(BalanceDifference difference) {
        days.flush();
        counters.flush();
        BalanceRows.recount(view, difference);
    }

    @Override
    public void saveClient(Client client) {
        AgencyRows.saveClient(view, changes, client);
    }

    @Override
    public void saveBrand(Brand brand) {
        AgencyRows.saveBrand(view, changes, brand);
    }

    @Override
    public void saveAccount(Account account) {
        AccountRows.save(view, changes, account);
    }

    @Override
    public void saveStatus(AccountStatus status) {
        AccountRows.saveStatus(view, changes, status);
    }

    @Override
    public void savePolicy(Policy policy) {
        PolicyRows.save(view, changes, policy);
    }

    @Override
    public void saveBrandLogo(BrandId brand, byte[] picture) {
        LogoRows.save(view, changes, brand, picture);
    }

    @Override
    public void removeBrandLogo(BrandId brand) {
        LogoRows.remove(view, changes, brand);
    }

    @Override
    public void removePolicy(BrandId brand) {
        PolicyRows.remove(view, changes, brand);
    }

    @Override
    public Recorded record(Account account, List<RawEvent> events, @Nullable Cursor next, Instant seenAt) {
        return LedgerRows.record(view, days, ids, account, events, next, seenAt);
    }

    @Override
    public void settle(BrandId brand, Map<LedgerId, LedgerOutcome> outcomes) {
        LedgerRows.settle(view, days, brand, outcomes);
    }

    @Override
    public void saveConversations(Collection<Conversation> conversations) {
        ConversationRows.save(view, changes, counters, conversations);
    }

    @Override
    public void saveMessages(Collection<Message> messages) {
        MessageRows.save(view, changes, search, messages);
    }

    @Override
    public void addVersions(BrandId brand, Collection<MessageVersion> versions) {
        MessageRows.addVersions(view, changes, brand, versions);
    }

    @Override
    public void saveInquiries(Collection<Inquiry> inquiries) {
        InquiryRows.save(view, changes, inquiries);
    }

    @Override
    public void saveProfiles(Collection<Profile> profiles) {
        PeopleRows.save(view, profiles);
    }

    @Override
    public void saveParticipants(ConversationRef ref, Collection<ProfileId> profiles) {
        PeopleRows.saveParticipants(view, changes, ref, profiles);
    }

    @Override
    public void lookedAt(BrandId brand, AccountId account, Collection<ExternalId> messages, Instant at) {
        MessageRows.lookedAt(view, brand, account, messages, at);
    }

    @Override
    public void saveNote(Note note) {
        DeskRows.saveNote(view, changes, note);
    }

    @Override
    public void saveReadMarks(Map<ConversationRef, Instant> looked) {
        MarkRows.save(view, looked);
    }

    @Override
    public boolean keepAttachment(BrandId brand, AttachmentId attachment, byte[] content) {
        return AttachmentRows.keep(view, brand, attachment, content);
    }

    @Override
    public void saveDraft(BrandId brand, Draft draft) {
        DeskRows.saveDraft(view, changes, brand, draft);
    }

    @Override
    public void removeDraft(ConversationRef ref) {
        DeskRows.removeDraft(view, changes, ref);
    }

    @Override
    public void saveOutbox(OutboxEntry entry) {
        OutboxRows.save(view, changes, entry);
    }

    @Override
    public void saveCase(Case changed) {
        CaseRows.save(view, changes, counters, changed);
    }

    @Override
    public void addCaseEntries(CaseRef ref, Collection<CaseEntry> entries) {
        CaseEntryRows.add(view, changes, ref, entries);
    }

    @Override
    public AuditEntry audit(AuditEvent event) {
        SecureRandom made = random;
        if (made == null) {
            made = new SecureRandom();
            random = made;
        }
        return AuditRows.add(view, ids, made, event);
    }

    @Override
    public int eraseAudit(BrandId brand, Collection<ConversationId> conversations) {
        return AuditRows.erase(view, brand, conversations);
    }

    @Override
    public String saveBlob(BrandId brand, byte[] content) {
        return HexFormat.of().formatHex(BlobRows.save(view, brand, content));
    }
}
