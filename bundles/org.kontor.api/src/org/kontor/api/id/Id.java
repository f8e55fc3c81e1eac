package org.kontor.api.id;

/**
 * A 64-bit, time-ordered identifier made by {@link IdSource}. Two ids of different types never mix: the type says what is
 * meant.
 */
public sealed interface Id
        permits ClientId,
                BrandId,
                AccountId,
                ConversationId,
                MessageId,
                InquiryId,
                ContactId,
                ProfileId,
                LedgerId,
                OutboxId,
                NoteId,
                UserId,
                AttachmentId,
                CaseId,
                CaseEntryId,
                AuditEntryId {

    /** The bare number, as stores keep it. */
    long value();

    /** A short readable form for logs, such as {@code brand:7c2f}; it holds no personal data. */
    static String print(Id id) {
        String type = id.getClass().getSimpleName();
        return type.substring(0, type.length() - 2).toLowerCase(java.util.Locale.ROOT) + ":"
                + Long.toHexString(id.value());
    }
}
