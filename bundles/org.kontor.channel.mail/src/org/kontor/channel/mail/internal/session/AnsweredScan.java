package org.kontor.channel.mail.internal.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.read.MessageIds;
import org.kontor.channel.mail.internal.read.Signal;
import org.kontor.channel.mail.internal.session.MailCursor.Place;
import org.kontor.channel.mail.internal.session.MailFetcher.Meta;
import org.kontor.channel.mail.internal.wire.ImapLink;

/**
 * Notices mails that were answered with another client, by {@code \Answered}: by the count of changes where the server keeps
 * one (RFC 7162), else by looking at the last mails.
 */
final class AnsweredScan {
    /** How many of the last mails are looked at where the server counts no changes. */
    private static final int LAST = 500;

    private static final String ID = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]";

    private final Set<String> told = new HashSet<>();

    /** What a scan brought. */
    record Result(List<RawEvent> events, Place place) {}

    /** Remembers that the answer to this mail has been told. */
    boolean tell(long validity, long uid) {
        return told.add(validity + "/" + uid);
    }

    /** Looks at the flags of mails that have been read. */
    Result scan(ImapLink link, Place place, Origin origin) throws ProtocolException {
        if (place.last() < 1) {
            return new Result(List.of(), place);
        }
        return place.modSeq() > 0 ? changed(link, place, origin) : flagged(link, place, origin);
    }

    private Result changed(ImapLink link, Place place, Origin origin) throws ProtocolException {
        long seen = place.modSeq();
        List<Long> answered = new ArrayList<>();
        String since = "(UID FLAGS) (CHANGEDSINCE " + place.modSeq() + ")";
        for (FetchResponse answer : link.fetch("1:" + place.last(), since)) {
            Meta meta = MailFetcher.meta(answer);
            if (meta != null && meta.uid() <= place.last()) {
                seen = Math.max(seen, meta.modSeq());
                if (meta.answered()) {
                    answered.add(meta.uid());
                }
            }
        }
        return new Result(events(link, place, answered, origin), place.withModSeq(seen));
    }

    private Result flagged(ImapLink link, Place place, Origin origin) throws ProtocolException {
        Argument terms =
                Uids.range(Math.max(1, place.last() - LAST), place.last()).writeAtom("ANSWERED");
        List<Long> uids =
                link.search(terms).stream().filter(uid -> uid <= place.last()).toList();
        return new Result(events(link, place, uids, origin), place);
    }

    private List<RawEvent> events(ImapLink link, Place place, List<Long> uids, Origin origin) throws ProtocolException {
        List<Long> fresh = uids.stream()
                .filter(uid -> !told.contains(place.validity() + "/" + uid))
                .toList();
        List<RawEvent> events = new ArrayList<>();
        if (!fresh.isEmpty()) {
            Map<Long, byte[]> headers = MailFetcher.bodies(link, Uids.set(fresh), ID);
            for (long uid : fresh) {
                String id = id(link, uid, headers.get(uid));
                if (!id.isEmpty()) {
                    events.add(Signal.answered(id, origin));
                }
                tell(place.validity(), uid);
            }
        }
        return events;
    }

    private static String id(ImapLink link, long uid, byte @org.jspecify.annotations.Nullable [] header)
            throws ProtocolException {
        String declared = header == null ? null : MessageIds.declared(Headers.parse(header, 0, header.length));
        if (declared != null) {
            return declared;
        }
        byte[] mail =
                MailFetcher.bodies(link, String.valueOf(uid), "BODY.PEEK[]").get(uid);
        return mail == null ? "" : MessageIds.of(Headers.parse(mail, 0, mail.length), mail, 0);
    }
}
