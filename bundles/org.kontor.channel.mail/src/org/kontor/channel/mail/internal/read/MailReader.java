package org.kontor.channel.mail.internal.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;
import org.kontor.channel.mail.internal.Identity;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.mime.MimeParser;
import org.kontor.channel.mail.internal.mime.Part;

/** Says what the events of a mailbox mean. Pure. */
public final class MailReader {
    /** The media type of a mail. */
    public static final String MAIL = "message/rfc822";

    /** The locator of the mail itself, where only its beginning was read. */
    public static final String WHOLE = "whole";

    private static final List<String> SIGNS_OF_A_MAIL =
            List.of("from", "date", "subject", "message-id", "to", "received", "return-path", "sender");
    private static final int MAX_SUBJECT = 2000;

    private final Identity identity;

    /** Reads for an account with this identity. */
    public MailReader(Identity identity) {
        this.identity = identity;
    }

    /** What {@code event} means; never fails. */
    public List<Normalised> normalise(RawEvent event) {
        try {
            return List.of(
                    switch (event.mediaType()) {
                        case MAIL -> mail(event.payload());
                        case Signal.MEDIA_TYPE -> Signal.normalise(event.payload());
                        default -> new Normalised.Unreadable("not a mail but " + Plain.line(event.mediaType()));
                    });
        } catch (RuntimeException | StackOverflowError e) {
            // a bug here must show one unreadable mail, not stop the mailbox; the ledger reads it anew after the repair
            return List.of(new Normalised.Unreadable(
                    "this mail could not be taken apart (" + e.getClass().getSimpleName() + ")"));
        }
    }

    /** The bytes of an attachment of a mail; empty if it has none at this place. */
    public static Optional<byte[]> attachment(RawEvent event, String locator) {
        Envelope.Opened opened = Envelope.open(event.payload());
        return Content.of(MimeParser.parse(event.payload(), opened.mailFrom())).bytes(locator);
    }

    /** The event that carries a mail as it stands in a folder. */
    public static RawEvent event(Envelope envelope, byte[] mail, Origin origin) {
        Headers headers = Headers.parse(mail, 0, mail.length);
        String id = envelope.folder().word() + ":" + MessageIds.of(headers, mail, 0);
        return new RawEvent(new ExternalId(id), origin, MAIL, envelope.before(mail));
    }

    private Normalised mail(byte[] payload) {
        Envelope.Opened opened = Envelope.open(payload);
        Part part = MimeParser.parse(payload, opened.mailFrom());
        Headers headers = part.headers();
        if (SIGNS_OF_A_MAIL.stream().noneMatch(headers::has)) {
            return new Normalised.Unreadable(
                    payload.length <= opened.mailFrom() ? "an empty mail" : "bytes without the headers of a mail");
        }
        Letter letter = new Letter(part, opened.envelope(), MessageIds.of(headers, payload, opened.mailFrom()));
        Optional<Bounce> bounce =
                opened.envelope().folder() == Envelope.Folder.INBOX ? Bounce.of(part, identity) : Optional.empty();
        if (bounce.isPresent()) {
            return report(letter, bounce.get());
        }
        return item(letter, Correspondents.of(headers, opened.envelope().folder(), identity));
    }

    private Normalised report(Letter letter, Bounce bounce) {
        if (bounce.kind() == Bounce.Kind.READ) {
            return new Normalised.NotAnInquiry("read-receipt");
        } else if (bounce.kind() == Bounce.Kind.DELIVERED) {
            return new Normalised.NotAnInquiry("delivery-receipt");
        }
        String about = bounce.about();
        Set<String> parents = new LinkedHashSet<>();
        if (about != null) {
            parents.add(about);
        }
        ThreadRef own = thread(letter.headers(), letter.id());
        own.parents().forEach(p -> parents.add(p.value()));
        return new Normalised.NotDelivered(
                new ExternalId(letter.id()),
                about == null ? null : new ExternalId(about),
                new ThreadRef(own.root(), parents.stream().map(ExternalId::new).toList()),
                bounce.permanent(),
                bounce.reason(),
                MailDate.published(letter.headers(), letter.envelope().stored(), false));
    }

    private Normalised item(Letter letter, Correspondents people) {
        Headers headers = letter.headers();
        boolean outbound = people.outbound();
        boolean loop = !outbound && isLoop(headers);
        String id = id(letter, outbound, loop);
        Content content = Content.of(letter.part());
        String subject = Plain.cut(Plain.line(headers.text("subject")), MAX_SUBJECT);
        Instant published = MailDate.published(
                headers, letter.envelope().stored(), letter.envelope().folder() == Envelope.Folder.SENT);
        return new Normalised.Item(
                new ExternalId(id),
                null,
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                thread(headers, id),
                people.author(),
                subject.isEmpty() ? null : subject,
                Quotes.mark(headers, content.text()),
                content.html(),
                published,
                Visibility.PRIVATE,
                loop || Automatic.isAutomatic(headers, identity, people.relayed()),
                attachments(letter, content),
                null,
                target(letter, people, subject));
    }

    /** Our own mail that comes back from somebody else: a mail system sends us what we sent to it. */
    private boolean isLoop(Headers headers) {
        String token = headers.first("x-kontor");
        String id = MessageIds.declared(headers);
        return token != null && token.startsWith(identity.token()) || id != null && identity.isOwnMessageId(id);
    }

    private String id(Letter letter, boolean outbound, boolean loop) {
        if (loop) {
            // must not pass for a new version of the mail that we sent
            return letter.id() + "#" + MessageIds.sha256(letter.headers().text("from"), 8);
        }
        String token = letter.headers().first("x-kontor");
        boolean ours = outbound && token != null && token.startsWith(identity.token());
        return ours ? Bounce.kontorId(letter.headers()).orElse(letter.id()) : letter.id();
    }

    /** RFC 5322 3.6.4: the direct parent stands in In-Reply-To and last in References, the thread's first mail first. */
    private static ThreadRef thread(Headers headers, String self) {
        List<String> references = new ArrayList<>(MessageIds.references(headers));
        references.remove(self);
        Set<String> parents = new LinkedHashSet<>(MessageIds.all(headers.first("in-reply-to")));
        for (int i = references.size() - 1; i >= 0; i--) {
            parents.add(references.get(i));
        }
        parents.remove(self);
        ExternalId root = references.isEmpty() ? null : new ExternalId(references.get(0));
        return new ThreadRef(root, parents.stream().map(ExternalId::new).toList());
    }

    private static List<AttachmentRef> attachments(Letter letter, Content content) {
        if (letter.envelope().whole()) {
            return content.attachments();
        }
        return List.of(
                new AttachmentRef(WHOLE, "mail.eml", MAIL, letter.envelope().size(), null));
    }

    private static @Nullable String target(Letter letter, Correspondents people, String subject) {
        if (people.answerTo().isEmpty()) {
            return null;
        }
        Headers headers = letter.headers();
        List<String> ancestors = new ArrayList<>(MessageIds.references(headers));
        if (ancestors.isEmpty()) {
            // RFC 5322 3.6.4: without References the parent's single In-Reply-To takes its place
            List<String> parents = MessageIds.all(headers.first("in-reply-to"));
            ancestors.addAll(parents.size() == 1 ? parents : List.of());
        }
        return new ReplyTarget(
                        people.answerTo(), subject.isEmpty() ? null : subject, MessageIds.declared(headers), ancestors)
                .print();
    }

    /** A mail with what the mailbox knows of it. */
    private record Letter(Part part, Envelope envelope, String id) {
        Headers headers() {
            return part.headers();
        }
    }

    /** Who wrote to whom. */
    private record Correspondents(boolean outbound, Author author, List<Mailbox> answerTo, boolean relayed) {
        static Correspondents of(Headers headers, Envelope.Folder folder, Identity identity) {
            List<Mailbox> from = Mailbox.parse(headers.first("from"));
            List<Mailbox> sender = from.isEmpty() ? Mailbox.parse(headers.first("sender")) : from;
            List<Mailbox> replyTo = notOwn(Mailbox.parse(headers.first("reply-to")), identity);
            List<Mailbox> recipients = new ArrayList<>(Mailbox.parse(headers.first("to")));
            recipients.addAll(Mailbox.parse(headers.first("cc")));
            Mailbox writer = sender.isEmpty() ? null : sender.get(0);
            boolean ownWriter = writer != null && identity.isOwn(writer.address());
            boolean token = ownWriter && headers.text("x-kontor").startsWith(identity.token());
            // a web form, or a group address, that writes in our name for the person in Reply-To
            boolean relayed = folder == Envelope.Folder.INBOX
                    && !token
                    && !replyTo.isEmpty()
                    && writer != null
                    && (ownWriter || identity.isOwnDomain(writer.domain()))
                    && !replyTo.get(0).key().equals(writer.key());
            List<Mailbox> others = notOwn(recipients, identity);
            boolean toOthers = !others.isEmpty() || token;
            boolean outbound = folder == Envelope.Folder.SENT || ownWriter && !relayed && toOthers;
            if (outbound) {
                return new Correspondents(true, author(writer), others, false);
            }
            Mailbox person = relayed ? replyTo.get(0) : writer;
            List<Mailbox> answerTo = !replyTo.isEmpty() ? replyTo : notOwn(sender, identity);
            return new Correspondents(false, author(person), answerTo, relayed);
        }

        private static List<Mailbox> notOwn(List<Mailbox> mailboxes, Identity identity) {
            return mailboxes.stream().filter(m -> !identity.isOwn(m.address())).toList();
        }

        private static Author author(@Nullable Mailbox person) {
            return person == null
                    ? Author.UNKNOWN
                    : new Author(new ExternalId(person.key()), person.address(), person.name(), null);
        }
    }
}
