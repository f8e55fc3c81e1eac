package org.kontor.api.audit;

import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ConversationId;

/** What something was done to, within the brand of the entry. */
public sealed interface AuditSubject {
    /** The brand itself. */
    record OfBrand(BrandId id) implements AuditSubject {}

    record OfAccount(AccountId id) implements AuditSubject {}

    record OfConversation(ConversationId id) implements AuditSubject {}

    record OfCase(CaseId id) implements AuditSubject {}
}
