package org.kontor.channel.mail.internal.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received.Page;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.Envelope.Folder;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.read.MessageIds;
import org.kontor.channel.mail.internal.read.Signal;
import org.kontor.channel.mail.internal.session.MailCursor.Place;
import org.kontor.channel.mail.internal.session.MailFetcher.Fetched;
import org.kontor.channel.mail.internal.session.MailFetcher.Meta;
import org.kontor.channel.mail.internal.wire.ImapLink;

/** Reads a mailbox page by page: first the inbox to its end, then the folder of sent mails. */
final class PageReader {
    /** What a thread may need of the time before an account's start. */
    static final int HISTORY_DAYS = 30;

    static final int PAGE = 50;
    private static final long PAGE_BYTES = 24L * 1024 * 1024;

    private final MailSettings settings;
    private final Clock clock;
    private final long maxMail;
    private final Recent recent;
    private final MailFetcher fetcher = new MailFetcher();
    private final AnsweredScan answered = new AnsweredScan();

    /**
     * A reader.
     *
     * @param maxMail a larger mail comes as its beginning only, in bytes
     * @param recent remembers what was read
     */
    PageReader(MailSettings settings, Clock clock, long maxMail, Recent recent) {
        this.recent = recent;
        this.settings = settings;
        this.clock = clock;
        this.maxMail = maxMail;
    }

    /** What a folder brought. */
    private record Step(List<RawEvent> events, Place place, boolean more) {}

    /**
     * Reads the next page.
     *
     * @param sentFolder where sent mails lie, if known
     * @param since the day from which mails are read where there is no place yet
     */
    Page read(ImapLink link, MailCursor cursor, Optional<String> sentFolder, LocalDate since, Origin origin)
            throws ProtocolException {
        Step inbox = step(link, Folder.INBOX, settings.inbox(), cursor.inbox(), since, origin);
        MailCursor next = cursor.with(Folder.INBOX, inbox.place());
        if (!inbox.events().isEmpty() || inbox.more()) {
            return new Page(inbox.events(), next.print(), true);
        }
        if (sentFolder.isEmpty() || isQuiet(link, sentFolder.get(), cursor.sent())) {
            return new Page(List.of(), next.print(), link.takeNews());
        }
        Step sent = step(link, Folder.SENT, sentFolder.get(), cursor.sent(), since, origin);
        boolean more = !sent.events().isEmpty() || sent.more() || link.takeNews();
        return new Page(sent.events(), next.with(Folder.SENT, sent.place()).print(), more);
    }

    /** Whether nothing came into a folder, as far as can be told without opening it. */
    private boolean isQuiet(ImapLink link, String folder, @Nullable Place place) throws ProtocolException {
        if (place == null || !place.folder().equals(folder) || place.floor() != null || !isToday(place)) {
            return false;
        }
        ImapLink.Selected status = link.status(folder);
        return status != null
                && status.validity() == place.validity()
                && status.uidNext() > 0
                && status.uidNext() <= place.last() + 1;
    }

    private boolean isToday(Place place) {
        return today().equals(place.day());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Step step(ImapLink link, Folder role, String folder, @Nullable Place known, LocalDate since, Origin origin)
            throws ProtocolException {
        ImapLink.Selected selected = link.open(folder);
        link.takeNews();
        Place place = known;
        if (place == null || !place.folder().equals(folder) || place.validity() != selected.validity()) {
            selected = link.reopen(folder);
            place = begin(link, selected, place, since);
        }
        List<Long> uids = next(link, place);
        if (uids.isEmpty() && place.floor() != null) {
            place = place.live();
            uids = next(link, place);
        }
        if (uids.isEmpty()) {
            return end(link, role, place, selected.uidNext(), origin);
        }
        return mails(link, role, place, uids, origin);
    }

    /** A new window: from the beginning of the history, or, in an account long at work, from a month before its last read. */
    private Place begin(ImapLink link, ImapLink.Selected selected, @Nullable Place before, LocalDate since)
            throws ProtocolException {
        LocalDate floor = since;
        LocalDate lastRead = before == null ? null : before.day();
        if (lastRead != null && lastRead.minusDays(HISTORY_DAYS).isAfter(since)) {
            floor = lastRead.minusDays(HISTORY_DAYS);
        }
        long until = selected.uidNext() > 0 ? selected.uidNext() - 1 : lastUid(link);
        long modSeq = Math.max(0, selected.highestModSeq());
        return new Place(selected.folder(), selected.validity(), 0, floor, until, modSeq, lastRead);
    }

    private static long lastUid(ImapLink link) throws ProtocolException {
        List<Long> uids = link.search(Uids.from(1));
        return uids.isEmpty() ? 0 : uids.get(uids.size() - 1);
    }

    private static List<Long> next(ImapLink link, Place place) throws ProtocolException {
        LocalDate floor = place.floor();
        long from = place.last() + 1;
        if (floor != null && from > place.until()) {
            return List.of();
        }
        List<Long> uids = floor == null
                ? link.search(Uids.from(from))
                // the server compares with its own zone's days
                : link.search(Uids.since(Uids.range(from, place.until()), floor.minusDays(1)));
        // "5:*" names the last mail even if its UID is lower
        return uids.stream()
                .filter(uid -> uid >= from && (floor == null || uid <= place.until()))
                .toList();
    }

    private Step end(ImapLink link, Folder role, Place place, long uidNext, Origin origin) throws ProtocolException {
        // mails below UIDNEXT that the search did not name are gone for good
        Place read = place.readTo(Math.max(place.last(), uidNext - 1)).readOn(today());
        if (role == Folder.SENT) {
            return new Step(List.of(), read, false);
        }
        AnsweredScan.Result scan = answered.scan(link, read, origin);
        return new Step(scan.events(), scan.place(), false);
    }

    private Step mails(ImapLink link, Folder role, Place place, List<Long> uids, Origin origin)
            throws ProtocolException {
        List<Long> asked = uids.subList(0, Math.min(PAGE, uids.size()));
        List<Meta> metas = new ArrayList<>();
        long bytes = 0;
        long last = asked.get(asked.size() - 1);
        for (Meta meta : MailFetcher.meta(link, asked)) {
            long size = meta.size() > maxMail ? MailFetcher.BEGINNING : meta.size();
            if (!metas.isEmpty() && bytes + size > PAGE_BYTES) {
                last = metas.get(metas.size() - 1).uid();
                break;
            }
            bytes += size;
            metas.add(meta);
        }
        Map<Long, Fetched> fetched = fetcher.mails(link, place.validity(), metas, maxMail);
        List<RawEvent> events = new ArrayList<>();
        for (Meta meta : metas) {
            Fetched outcome = fetched.get(meta.uid());
            if (outcome != null) {
                add(events, role, place, meta, outcome, origin);
            }
        }
        boolean more = last < uids.get(uids.size() - 1);
        return new Step(events, place.readTo(last), more);
    }

    private void add(List<RawEvent> events, Folder role, Place place, Meta meta, Fetched outcome, Origin origin) {
        switch (outcome) {
            case Fetched.Mail mail -> {
                long size = mail.whole() ? mail.bytes().length : meta.size();
                Envelope envelope = new Envelope(role, meta.stored(), size, mail.whole());
                RawEvent event = MailReader.event(envelope, mail.bytes(), origin);
                events.add(event);
                recent.note(event);
                if (role == Folder.INBOX && meta.answered() && answered.tell(place.validity(), meta.uid())) {
                    Headers headers = Headers.parse(mail.bytes(), 0, mail.bytes().length);
                    events.add(Signal.answered(MessageIds.of(headers, mail.bytes(), 0), origin));
                }
            }
            case Fetched.Withheld withheld ->
                events.add(Signal.unfetchable(role, place.validity(), meta.uid(), withheld.reason(), origin));
            case Fetched.Gone gone -> {
                // deleted while we read: there is nothing to show
            }
        }
    }
}
