package org.kontor.channel.mail.internal.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.channel.mail.internal.Domains;
import org.kontor.channel.mail.internal.Identity;
import org.kontor.channel.mail.internal.read.Mailbox;
import org.kontor.channel.mail.internal.read.MessageIds;
import org.kontor.channel.mail.internal.read.ReplyTarget;

/**
 * Builds the mail of a reply. The same attempt always gives the same bytes: the Message-ID is its key, the date is the time
 * at which it was queued, boundaries come from the key. So a repeated send is the same mail, and receiving servers can tell.
 */
public final class MailWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern ANSWER = Pattern.compile(
            "^\\s*(?:re|aw|antw|antwort|sv|vs)\\s*(?:\\[\\d+\\]|\\(\\d+\\))?\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+_-]{1,100}/[A-Za-z0-9.+_-]{1,100}");
    private static final int MAX_REFERENCES = 20;
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Identity identity;
    private final String displayName;

    /** Writes in the name of an account. */
    public MailWriter(Identity identity, String displayName) {
        this.identity = identity;
        this.displayName = displayName;
    }

    /**
     * A mail ready to go.
     *
     * @param sender the address for the server
     * @param recipients the addresses for the server, each once
     * @param bytes what is handed in
     * @param copy what goes to the folder of sent mails: the same, and who got it hidden
     */
    public record Ready(String sender, List<String> recipients, byte[] bytes, byte[] copy) {
        public Ready {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Builds the mail.
     *
     * @throws UnsendableException if an address is none, or nothing says whom to answer
     */
    public Ready write(Attempt attempt) throws UnsendableException {
        Optional<ReplyTarget> known = ReplyTarget.parse(attempt.reply().replyTarget());
        if (known.isEmpty()) {
            throw new UnsendableException("the message that is answered names no address to write to");
        }
        ReplyTarget target = known.get();
        List<Mailbox> to = target.to();
        List<Mailbox> cc = mailboxes("Cc", attempt.reply().cc());
        List<Mailbox> bcc = mailboxes("Bcc", attempt.reply().bcc());
        Set<String> recipients = new LinkedHashSet<>();
        for (List<Mailbox> group : List.of(to, cc, bcc)) {
            for (Mailbox mailbox : group) {
                recipients.add(Domains.ascii(mailbox.address()));
            }
        }
        String sender = Domains.ascii(identity.address());
        String head = head(attempt, target, to, cc, sender);
        byte[] body = body(attempt);
        String hidden = bcc.isEmpty() ? "" : "Bcc: " + list(bcc) + "\r\n";
        return new Ready(sender, List.copyOf(recipients), join(head, body), join(hidden + head, body));
    }

    private String head(Attempt attempt, ReplyTarget target, List<Mailbox> to, List<Mailbox> cc, String sender)
            throws UnsendableException {
        StringBuilder head = new StringBuilder();
        field(head, "Date", DATE.format(attempt.queuedAt()));
        field(head, "From", Words.mailbox(new Mailbox(displayName, identity.address()), sender));
        field(head, "To", list(to));
        if (!cc.isEmpty()) {
            field(head, "Cc", list(cc));
        }
        field(head, "Subject", Words.encode(subject(attempt, target)));
        field(head, "Message-ID", attempt.key());
        String parent = target.id();
        if (parent != null && isId(parent)) {
            field(head, "In-Reply-To", parent);
            field(head, "References", references(target.references(), parent));
        }
        field(head, "X-Kontor", identity.token() + "; id=" + attempt.key());
        field(head, "MIME-Version", "1.0");
        return head.toString();
    }

    /** The parent's ancestors and the parent: the first and the nearest where there are too many. */
    private static String references(List<String> ancestors, String parent) {
        List<String> ids = new ArrayList<>();
        for (String id : ancestors) {
            if (isId(id) && !id.equals(parent) && !ids.contains(id)) {
                ids.add(id);
            }
        }
        if (ids.size() > MAX_REFERENCES) {
            List<String> kept = new ArrayList<>(ids.subList(ids.size() - MAX_REFERENCES + 1, ids.size()));
            kept.add(0, ids.get(0));
            ids = kept;
        }
        ids.add(parent);
        return String.join("\r\n ", ids);
    }

    private static boolean isId(String id) {
        return id.matches("<[!-;=?-~]{1,900}>");
    }

    /** As the agent wrote it, else the mail's own with one "Re:" in front. */
    static String subject(Attempt attempt, ReplyTarget target) {
        String chosen = attempt.reply().subject();
        if (chosen != null && !chosen.isBlank()) {
            return chosen;
        }
        String subject = target.subject() == null ? "" : target.subject();
        String bare = subject;
        String before;
        do {
            before = bare;
            bare = ANSWER.matcher(bare).replaceFirst("");
        } while (!bare.equals(before));
        return ("Re: " + bare).strip();
    }

    private byte[] body(Attempt attempt) {
        String text = attempt.reply().text();
        List<OutgoingAttachment> attachments = attempt.reply().attachments();
        String textPart =
                "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + QuotedPrintable.encode(text);
        if (attachments.isEmpty()) {
            return textPart.getBytes(StandardCharsets.US_ASCII);
        }
        // "=_" stands neither in quoted-printable nor in base64
        String boundary = "=_kontor_" + MessageIds.sha256(attempt.key(), 24);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n");
        write(out, "--" + boundary + "\r\n" + textPart);
        for (OutgoingAttachment attachment : attachments) {
            write(out, "--" + boundary + "\r\n" + partHead(attachment));
            out.writeBytes(BASE64.encode(attachment.content()));
            write(out, "\r\n");
        }
        write(out, "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static String partHead(OutgoingAttachment attachment) {
        String type = MEDIA_TYPE.matcher(attachment.mediaType()).matches()
                        && !attachment.mediaType().startsWith("message/")
                        && !attachment.mediaType().startsWith("multipart/")
                ? attachment.mediaType()
                : "application/octet-stream";
        String name = attachment.name().isBlank() ? "attachment" : attachment.name();
        String description = attachment.description().isBlank()
                ? ""
                : "Content-Description: " + Words.encode(attachment.description()) + "\r\n";
        return "Content-Type: " + type + ";\r\n " + Words.fileName("name", name) + "\r\n"
                + "Content-Disposition: attachment;\r\n " + Words.fileName("filename", name) + "\r\n"
                + description
                + "Content-Transfer-Encoding: base64\r\n\r\n";
    }

    private static List<Mailbox> mailboxes(String field, List<String> typed) throws UnsendableException {
        List<Mailbox> all = new ArrayList<>();
        for (String entry : typed) {
            List<Mailbox> found = Mailbox.parse(entry);
            if (found.isEmpty()) {
                throw new UnsendableException(field + ": not a mail address: " + Words.oneLine(entry));
            }
            all.addAll(found);
        }
        return all;
    }

    private static String list(List<Mailbox> mailboxes) throws UnsendableException {
        List<String> all = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            all.add(Words.mailbox(mailbox, Domains.ascii(mailbox.address())));
        }
        return all.stream().collect(Collectors.joining(",\r\n "));
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(String head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, head);
        out.writeBytes(body);
        return out.toByteArray();
    }
}
