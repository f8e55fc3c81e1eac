package org.kontor.simulator.internal.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.mail.MailTexts;
import org.kontor.simulator.internal.mail.PostOffice;

/** Finds mails by their Message-ID, for answers and quotes. Safe for several threads. */
public final class MailThreads {

    /**
     * Where a mail is.
     *
     * @param address whose mailbox
     * @param folder which folder
     * @param uid its UID
     * @param from its sender's address
     * @param subject its subject
     * @param references its own references followed by its Message-ID
     */
    public record Place(String address, String folder, long uid, String from, String subject, String references) {}

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** Notes a mail; the first place where it was seen counts. */
    public void note(PostOffice.Stored mail) {
        String id = MailTexts.header(mail.message(), "Message-ID");
        if (id == null) {
            return;
        }
        String references = MailTexts.header(mail.message(), "References");
        String above = references == null ? MailTexts.header(mail.message(), "In-Reply-To") : references;
        places.putIfAbsent(
                id,
                new Place(
                        mail.address(),
                        mail.folder(),
                        mail.uid(),
                        MailTexts.from(mail.message()),
                        MailTexts.subject(mail.message()),
                        above == null ? id : above + " " + id));
    }

    /** Where the mail with that Message-ID is, or null. */
    public @Nullable Place find(String messageId) {
        return places.get(messageId);
    }
}
