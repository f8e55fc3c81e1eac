package org.kontor.ui.inbox.internal.fake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditStep;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseEntry;
import org.kontor.api.cases.CaseQuery;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.clock.Policy;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.ReadRows;

/** The rows of the other rooms, which the inbox never reads. */
abstract class UnusedRows implements ReadRows {
    @Override
    public List<AuditEntry> audit(AuditQuery query) {
        throw unused();
    }

    @Override
    public List<AuditAnchor> auditAnchors(BrandId brand) {
        throw unused();
    }

    @Override
    public AuditStep checkAudit(BrandId brand, AuditStep.Onward from, Collection<AuditAnchor> known, int max) {
        throw unused();
    }

    @Override
    public Optional<byte[]> brandLogo(BrandId brand) {
        throw unused();
    }

    @Override
    public Optional<Policy> policy(BrandId brand) {
        throw unused();
    }

    @Override
    public Optional<Case> caseBy(CaseRef ref) {
        throw unused();
    }

    @Override
    public List<Case> cases(CaseQuery query) {
        throw unused();
    }

    @Override
    public List<Case> casesOf(ConversationRef conversation) {
        throw unused();
    }

    @Override
    public List<CaseEntry> caseEntries(CaseRef ref) {
        throw unused();
    }

    @Override
    public int lastCaseNumber(BrandId brand, int year) {
        throw unused();
    }

    @Override
    public long escalatedCount(InquirySelection selection) {
        throw unused();
    }

    static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the inbox does not read this");
    }
}
