package org.kontor.channel.mail.internal.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.Envelope.Folder;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.read.MessageIds;
import org.kontor.channel.mail.internal.session.MailFetcher.Meta;
import org.kontor.channel.mail.internal.wire.ImapLink;

/** Looks for mails by their Message-ID. */
final class Lookup {
    private static final int MAX_HITS = 20;
    private static final int MAX_CONTEXT = 20;

    private final MailSettings settings;

    Lookup(MailSettings settings) {
        this.settings = settings;
    }

    /** A mail on the server. */
    private record Hit(Instant at, RawEvent event) {}

    /**
     * Looks for traces of a send: the copy in the folder of sent mails, a copy to ourselves, and any mail of the inbox that
     * names it: an answer to it or a bounce proves that the server took it.
     */
    Found find(ImapLink link, Attempt attempt) throws ProtocolException {
        String key = attempt.key();
        LocalDate since =
                LocalDate.ofInstant(attempt.queuedAt(), ZoneOffset.UTC).minusDays(2);
        Optional<String> sent = SentFolder.find(link, settings);
        if (sent.isPresent()) {
            link.reopen(sent.get());
            List<Hit> hits = byId(link, Folder.SENT, key, Origin.RECEIPT);
            if (!hits.isEmpty()) {
                return present(key, hits.get(0), true);
            }
        }
        link.reopen(settings.inbox());
        List<Hit> own = byId(link, Folder.INBOX, key, Origin.RECEIPT);
        if (!own.isEmpty()) {
            return present(key, own.get(0), true);
        }
        List<Long> naming = link.search(naming(bare(key), since));
        List<Meta> metas = MailFetcher.meta(link, naming.subList(0, Math.min(1, naming.size())));
        if (!metas.isEmpty()) {
            Instant at = metas.get(0).stored();
            return new Found.Present(new ExternalId(key), at == null ? attempt.queuedAt() : at, Optional.empty());
        }
        return new Found.CannotTell("looked for " + key + " in "
                + sent.map(s -> s + " and ").orElse("") + settings.inbox() + ": no copy, no answer, no bounce");
    }

    /** Mails that name {@code id} anywhere; the headers by themselves, as some servers leave them out of a text search. */
    private static Argument naming(String id, LocalDate since) {
        Argument terms = Uids.since(Uids.from(1), since);
        Uids.header(terms.writeAtom("OR"), "References", id);
        Uids.header(terms.writeAtom("OR"), "In-Reply-To", id);
        return terms.writeAtom("TEXT").writeString(id);
    }

    private static Found present(String key, Hit hit, boolean receipt) {
        return new Found.Present(new ExternalId(key), hit.at(), receipt ? Optional.of(hit.event()) : Optional.empty());
    }

    /** The earlier mails of a thread, as far as they lie in the two folders and have not been read already. */
    List<RawEvent> context(ImapLink link, String id, Recent recent) throws ProtocolException {
        Optional<Set<String>> known = recent.ancestors(id);
        Optional<String> sent = Optional.empty();
        Set<String> wanted = new LinkedHashSet<>();
        if (known.isPresent()) {
            wanted.addAll(known.get());
        } else {
            sent = SentFolder.find(link, settings);
            for (Folder role : Folder.values()) {
                if (open(link, role, sent)) {
                    byId(link, role, id, Origin.CONTEXT).forEach(hit -> wanted.addAll(ancestors(hit.event())));
                }
            }
        }
        wanted.removeIf(
                a -> a.equals(id) || recent.knows(a) || settings.identity().isOwnMessageId(a));
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<RawEvent> events = new ArrayList<>();
        Optional<String> sentFolder = sent.isPresent() ? sent : SentFolder.find(link, settings);
        for (Folder role : Folder.values()) {
            if (open(link, role, sentFolder)) {
                List<String> some = wanted.stream().limit(MAX_CONTEXT).toList();
                List<Long> uids = link.search(anyOf(some));
                for (Hit hit :
                        mails(link, role, uids, mail -> some.stream().anyMatch(a -> names(mail, a)), Origin.CONTEXT)) {
                    events.add(hit.event());
                    recent.note(hit.event());
                }
            }
        }
        return events;
    }

    private static Set<String> ancestors(RawEvent event) {
        return Recent.ancestors(Headers.parse(event.payload(), 0, event.payload().length));
    }

    /** {@code OR a OR b c}: mails of any of these ids. */
    private static Argument anyOf(List<String> ids) {
        Argument terms = new Argument();
        for (int i = 0; i < ids.size(); i++) {
            if (i + 1 < ids.size()) {
                terms.writeAtom("OR");
            }
            Uids.header(terms, "Message-ID", searchable(ids.get(i)) ? bare(ids.get(i)) : "no-such-mail");
        }
        return terms;
    }

    private boolean open(ImapLink link, Folder role, Optional<String> sent) throws ProtocolException {
        if (role == Folder.SENT && sent.isEmpty()) {
            return false;
        }
        link.reopen(role == Folder.SENT ? sent.get() : settings.inbox());
        return true;
    }

    /** Whether a mail of this id lies in the open folder. */
    boolean isThere(ImapLink link, String id) throws ProtocolException {
        return !hits(link, id).isEmpty();
    }

    /** The bytes of a mail, wherever it lies; empty if it is not found. */
    Optional<byte[]> whole(ImapLink link, Folder role, String id, long maxBytes) throws ProtocolException {
        if (!open(link, role, SentFolder.find(link, settings))) {
            return Optional.empty();
        }
        for (Meta meta : MailFetcher.meta(link, hits(link, id))) {
            if (meta.size() <= maxBytes) {
                byte[] mail = MailFetcher.bodies(link, String.valueOf(meta.uid()), "BODY.PEEK[]")
                        .get(meta.uid());
                if (mail != null && names(mail, id)) {
                    return Optional.of(mail);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Hit> byId(ImapLink link, Folder role, String id, Origin origin) throws ProtocolException {
        return mails(link, role, hits(link, id), mail -> names(mail, id), origin);
    }

    private static List<Hit> mails(ImapLink link, Folder role, List<Long> uids, Predicate<byte[]> wanted, Origin origin)
            throws ProtocolException {
        List<Hit> hits = new ArrayList<>();
        for (Meta meta : MailFetcher.meta(link, uids.subList(0, Math.min(MAX_HITS, uids.size())))) {
            boolean whole = meta.size() <= Means.MAX_MAIL;
            String item = whole ? "BODY.PEEK[]" : "BODY.PEEK[]<0." + MailFetcher.BEGINNING + ">";
            byte[] mail =
                    MailFetcher.bodies(link, String.valueOf(meta.uid()), item).get(meta.uid());
            if (mail != null && wanted.test(mail)) {
                Instant stored = meta.stored();
                Envelope envelope = new Envelope(role, stored, whole ? mail.length : meta.size(), whole);
                hits.add(new Hit(stored == null ? Instant.EPOCH : stored, MailReader.event(envelope, mail, origin)));
            }
        }
        return hits;
    }

    /** The server's search is for a part of the header, in any case: the mail itself decides. */
    private static boolean names(byte[] mail, String id) {
        Headers headers = Headers.parse(mail, 0, mail.length);
        String kontor = headers.first("x-kontor");
        return id.equals(MessageIds.declared(headers)) || kontor != null && kontor.contains("id=" + id);
    }

    private static List<Long> hits(ImapLink link, String id) throws ProtocolException {
        if (!searchable(id)) {
            return List.of();
        }
        List<Long> found = link.search(Uids.header(new Argument(), "Message-ID", bare(id)));
        if (found.isEmpty() && id.contains(".kontor@")) {
            // some servers put a Message-ID of their own in place of ours
            found = link.search(Uids.header(new Argument(), "X-Kontor", bare(id)));
        }
        return found;
    }

    private static boolean searchable(String id) {
        return id.startsWith("<") && id.chars().noneMatch(c -> c <= 32 || c > 126);
    }

    /** Without brackets, which some servers leave out of their index. */
    private static String bare(String id) {
        return id.replaceAll("^<|>$", "");
    }
}
