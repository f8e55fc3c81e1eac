package org.kontor.channel.mail.internal.session;

import jakarta.mail.Flags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.MODSEQ;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.wire.ImapLink;

/**
 * Fetches mails so that none gets lost between a server that cannot hand one out and a library that passes over answers it
 * cannot read: what was asked for and did not come is asked for again, one by one, and at last told as not to be had. Never
 * marks a mail as read.
 */
final class MailFetcher {
    /** What is fetched of a mail that is larger than the limit: its headers and the beginning of its text. */
    static final int BEGINNING = 256 * 1024;

    private static final int STRIKES = 4;

    private final Map<String, Integer> strikes = new HashMap<>();
    private boolean careful;

    /** What the mailbox knows of a mail. */
    record Meta(long uid, long size, @Nullable Instant stored, boolean answered, long modSeq) {}

    /** How fetching one mail ended. */
    sealed interface Fetched {
        /**
         * It came.
         *
         * @param whole whether it is all of the mail
         */
        record Mail(byte[] bytes, boolean whole) implements Fetched {}

        /** It is not there any more. */
        record Gone() implements Fetched {}

        /** It is there, but the server does not hand it out. */
        record Withheld(String reason) implements Fetched {}
    }

    /** What the mailbox knows of these mails; a mail that is gone is left out. */
    static List<Meta> meta(ImapLink link, List<Long> uids) throws ProtocolException {
        if (uids.isEmpty()) {
            return List.of();
        }
        Map<Long, Meta> found = new HashMap<>();
        for (FetchResponse answer : link.fetch(Uids.set(uids), "(UID FLAGS INTERNALDATE RFC822.SIZE)")) {
            Meta meta = meta(answer);
            if (meta != null) {
                found.putIfAbsent(meta.uid(), meta);
            }
        }
        List<Meta> all = new ArrayList<>();
        for (long uid : uids) {
            Meta meta = found.get(uid);
            if (meta != null) {
                all.add(meta);
            } else if (exists(link, uid)) {
                all.add(new Meta(uid, 0, null, false, 0));
            }
        }
        return all;
    }

    static @Nullable Meta meta(FetchResponse answer) {
        UID uid = ImapLink.item(answer, UID.class);
        if (uid == null) {
            return null;
        }
        RFC822SIZE size = ImapLink.item(answer, RFC822SIZE.class);
        INTERNALDATE stored = ImapLink.item(answer, INTERNALDATE.class);
        FLAGS flags = ImapLink.item(answer, FLAGS.class);
        MODSEQ modSeq = ImapLink.item(answer, MODSEQ.class);
        Date date = stored == null ? null : stored.getDate();
        return new Meta(
                uid.uid,
                size == null ? 0 : size.size,
                date == null ? null : date.toInstant(),
                flags != null && flags.contains(Flags.Flag.ANSWERED),
                modSeq == null ? 0 : modSeq.modseq);
    }

    /**
     * Brings mails.
     *
     * @param validity of the open folder
     * @param maxBytes a larger one comes as its beginning only
     * @return an outcome for each
     */
    Map<Long, Fetched> mails(ImapLink link, long validity, List<Meta> metas, long maxBytes) throws ProtocolException {
        Map<Long, Fetched> outcomes = new HashMap<>();
        List<Long> together =
                metas.stream().filter(m -> m.size() <= maxBytes).map(Meta::uid).toList();
        if (!careful && !together.isEmpty()) {
            careful = true;
            try {
                bodies(link, Uids.set(together), "BODY.PEEK[]")
                        .forEach((uid, bytes) -> outcomes.put(uid, new Fetched.Mail(bytes, true)));
            } catch (ConnectionException e) {
                throw e;
            } catch (ProtocolException e) {
                // one mail of them may be the cause: each is asked for by itself below
            }
            careful = false;
        }
        for (Meta meta : metas) {
            if (!outcomes.containsKey(meta.uid())) {
                outcomes.put(meta.uid(), single(link, validity, meta, maxBytes));
            }
        }
        careful = false;
        return outcomes;
    }

    /** One mail by itself; counts how often the connection broke on it. */
    private Fetched single(ImapLink link, long validity, Meta meta, long maxBytes) throws ProtocolException {
        String key = validity + "/" + meta.uid();
        int before = strikes.getOrDefault(key, 0);
        if (before >= STRIKES) {
            return new Fetched.Withheld("the connection broke on it " + before + " times");
        }
        careful = true;
        strikes.put(key, before + 1);
        boolean beginning = meta.size() > maxBytes || before == STRIKES - 1;
        String item = beginning ? "BODY.PEEK[]<0." + BEGINNING + ">" : "BODY.PEEK[]";
        String reason = "the answer could not be read";
        try {
            byte[] bytes = bodies(link, String.valueOf(meta.uid()), item).get(meta.uid());
            if (bytes != null) {
                strikes.remove(key);
                return new Fetched.Mail(bytes, !beginning || bytes.length < BEGINNING);
            }
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            reason = String.valueOf(e.getMessage());
        }
        strikes.remove(key);
        return exists(link, meta.uid())
                ? headers(link, meta.uid()).orElse(new Fetched.Withheld(reason))
                : new Fetched.Gone();
    }

    private static Optional<Fetched> headers(ImapLink link, long uid) throws ProtocolException {
        try {
            byte[] bytes =
                    bodies(link, String.valueOf(uid), "BODY.PEEK[HEADER]").get(uid);
            return bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(new Fetched.Mail(bytes, false));
        } catch (ConnectionException e) {
            throw e;
        } catch (ProtocolException e) {
            return Optional.empty();
        }
    }

    /** The bytes of {@code item} by UID. */
    static Map<Long, byte[]> bodies(ImapLink link, String uids, String item) throws ProtocolException {
        Map<Long, byte[]> bodies = new HashMap<>();
        for (FetchResponse answer : link.fetch(uids, "(UID " + item + ")")) {
            UID uid = ImapLink.item(answer, UID.class);
            BODY body = ImapLink.item(answer, BODY.class);
            ByteArray bytes = body == null ? null : body.getByteArray();
            if (uid != null && bytes != null) {
                bodies.put(uid.uid, bytes.getNewBytes());
            }
        }
        return bodies;
    }

    private static boolean exists(ImapLink link, long uid) throws ProtocolException {
        return !link.search(Uids.range(uid, uid)).isEmpty();
    }
}
