package org.kontor.desk.internal.house;

import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.InquiryId;

/** Makes and ends inquiries. */
public final class InquiryEdit {
    private InquiryEdit() {}

    /** An open inquiry that begins with {@code first}. */
    public static Inquiry begin(InquiryId id, Message first) {
        return new Inquiry(
                id,
                first.brand(),
                first.account(),
                first.conversation(),
                first.id(),
                first.publishedAt(),
                first.seenAt(),
                null);
    }

    /** The inquiry with another end; null opens it again. */
    public static Inquiry ended(Inquiry i, @Nullable InquiryEnd end) {
        return new Inquiry(i.id(), i.brand(), i.account(), i.conversation(), i.first(), i.began(), i.seen(), end);
    }
}
