package org.kontor.channel.mail.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.Identity;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.mime.Part;

/**
 * What a report of a mail server says of a mail: delivery status notifications (RFC 3464) and the free texts of servers that
 * do not write such.
 *
 * @param kind what happened
 * @param about the Message-ID of the mail that is meant; null where the report does not tell
 * @param permanent whether trying again is pointless
 * @param reason the server's words
 */
record Bounce(Kind kind, @Nullable String about, boolean permanent, String reason) {
    /** What happened. */
    enum Kind {
        NOT_DELIVERED,
        DELIVERED,
        READ
    }

    private static final int MAX_REASON = 1000;
    private static final Set<String> ROBOTS =
            Set.of("mailer-daemon", "mailerdaemon", "mail-daemon", "postmaster", "mailadmin", "mdaemon");
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|delivery (status )?notification|delivery (has )?fail|delivery problem|delivery error|"
                    + "mail delivery|failure notice|returned mail|returned to sender|non.?deliver|mail system error|"
                    + "delivery (is )?delayed|delayed mail|could not (be delivered|send message)|"
                    + "unzustellbar|nicht zugestellt|nicht zustellbar|zustellung.{0,40}(fehlgeschlagen|verz)|"
                    + "konnte nicht (zugestellt|gesendet)|zustellungsfehler",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELAY =
            Pattern.compile("delay|warning|verz(ö|oe)ger|still (being )?retr|noch nicht", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE_ID =
            Pattern.compile("^[ \\t>|]*(?:X-Original-)?Message-I[dD]:\\s*(<[^<>\\s]{3,398}>)", Pattern.MULTILINE);
    private static final Pattern KONTOR_ID =
            Pattern.compile("^[ \\t>|]*X-Kontor:.*id=(<[^<>\\s]{3,398}>)", Pattern.MULTILINE);
    private static final Pattern ENHANCED = Pattern.compile("\\b([245])\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern REPLY_CODE = Pattern.compile("(?:^|[\\s:#])([45])\\d\\d[ -]");

    /** Reads a mail as a report; empty if it is none. */
    static Optional<Bounce> of(Part mail, Identity identity) {
        String report = mail.type().parameter("report-type", "").toLowerCase(Locale.ROOT);
        Optional<Part> status = find(mail, "message/delivery-status");
        if (mail.is("multipart/report") && report.equals("disposition-notification")
                || find(mail, "message/disposition-notification").isPresent()) {
            return Optional.of(new Bounce(Kind.READ, null, false, ""));
        }
        if (status.isPresent() && (mail.is("multipart/report") || isFromRobot(mail.headers()))) {
            return Optional.of(standard(mail, status.get(), identity));
        }
        return isFreeText(mail) ? Optional.of(free(mail, identity)) : Optional.empty();
    }

    private static Bounce standard(Part mail, Part status, Identity identity) {
        byte[] bytes = status.content();
        List<Headers> blocks = blocks(bytes);
        List<String> reasons = new ArrayList<>();
        boolean failed = false;
        boolean delayed = false;
        boolean permanent = false;
        for (Headers block : blocks) {
            String action = block.text("action").toLowerCase(Locale.ROOT);
            String code = block.text("status");
            failed |= action.startsWith("failed");
            delayed |= action.startsWith("delayed");
            permanent |= action.startsWith("failed") && !code.startsWith("4");
            if (!action.isEmpty() && !action.startsWith("delivered") && !action.startsWith("relayed")) {
                reasons.add(reason(block, code));
            }
        }
        boolean known = blocks.stream().anyMatch(b -> b.has("action"));
        if (known && !failed && !delayed) {
            return new Bounce(Kind.DELIVERED, null, false, "");
        }
        String words = known ? String.join("\n", reasons) : firstWords(mail);
        boolean lasting = known
                ? permanent
                : !DELAY.matcher(mail.headers().text("subject")).find();
        return new Bounce(Kind.NOT_DELIVERED, about(mail, identity), lasting, cut(words));
    }

    private static String reason(Headers block, String code) {
        String recipient = typed(block.text("final-recipient"));
        String diagnosis = typed(block.text("diagnostic-code"));
        String words = diagnosis.isEmpty() ? code : diagnosis.contains(code) ? diagnosis : code + " " + diagnosis;
        return Plain.line(recipient.isEmpty() ? words : recipient + ": " + words);
    }

    /** {@code smtp; 550 no such user} without the type in front. */
    private static String typed(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }

    private static List<Headers> blocks(byte[] status) {
        List<Headers> blocks = new ArrayList<>();
        int at = 0;
        while (at < status.length && blocks.size() < 200) {
            Headers block = Headers.parse(status, at, status.length);
            if (block.bodyStart() <= at) {
                break;
            }
            at = block.bodyStart();
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static boolean isFreeText(Part mail) {
        Headers headers = mail.headers();
        String subject = headers.text("subject");
        boolean report =
                headers.has("x-failed-recipients") || SUBJECT.matcher(subject).find();
        return report && isFromRobot(headers) && !subject.matches("(?is)\\s*(re|aw|antw)\\s*:.*");
    }

    private static boolean isFromRobot(Headers headers) {
        List<Mailbox> from = Mailbox.parse(headers.first("from"));
        boolean robot = from.isEmpty()
                ? headers.text("from").toLowerCase(Locale.ROOT).contains("mailer-daemon")
                : ROBOTS.contains(from.get(0).local());
        return robot
                || Automatic.emptyReturnPath(headers) && !headers.has("in-reply-to")
                || headers.has("x-failed-recipients");
    }

    private static Bounce free(Part mail, Identity identity) {
        String text = Content.of(mail).text();
        String head = Plain.cut(text, 4000);
        boolean delayed = DELAY.matcher(mail.headers().text("subject")).find();
        Matcher enhanced = ENHANCED.matcher(head);
        Matcher code = REPLY_CODE.matcher(head);
        boolean temporary = enhanced.find()
                ? enhanced.group(1).equals("4")
                : code.find() && code.group(1).equals("4");
        return new Bounce(Kind.NOT_DELIVERED, about(mail, identity), !delayed && !temporary, cut(firstWords(mail)));
    }

    private static String firstWords(Part mail) {
        String text = Content.of(mail).text();
        Matcher copy = Pattern.compile(
                        "^(-{3,}.*(copy of|original).*|--- Below this line.*|Reporting-MTA:.*)$",
                        Pattern.MULTILINE | Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return (copy.find() ? text.substring(0, copy.start()) : text).strip();
    }

    private static String cut(String words) {
        String one = Plain.cut(words.strip(), MAX_REASON);
        return one.isEmpty() ? "?" : one;
    }

    /** The mail that is meant: by the returned copy, by the text, at last by what the report answers. */
    private static @Nullable String about(Part mail, Identity identity) {
        Set<String> candidates = new LinkedHashSet<>();
        for (Part part : leaves(mail)) {
            String type = part.type().value();
            if (type.equals("message/rfc822") || type.equals("text/rfc822-headers") || type.equals("message/global")) {
                byte[] bytes = part.content();
                Headers returned = Headers.parse(bytes, 0, bytes.length);
                kontorId(returned).ifPresent(candidates::add);
                String id = MessageIds.declared(returned);
                if (id != null) {
                    candidates.add(id);
                }
            } else if (type.startsWith("text/") || type.startsWith("message/")) {
                collect(KONTOR_ID, part.text(), candidates);
                collect(MESSAGE_ID, part.text(), candidates);
            }
        }
        candidates.addAll(MessageIds.all(mail.headers().first("in-reply-to")));
        List<String> references = MessageIds.references(mail.headers());
        if (!references.isEmpty()) {
            candidates.add(references.get(references.size() - 1));
        }
        candidates.remove(MessageIds.declared(mail.headers()));
        return candidates.stream()
                .filter(identity::isOwnMessageId)
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.iterator().next());
    }

    /** The id under which we sent a mail, even if a server on the way gave it another Message-ID. */
    static Optional<String> kontorId(Headers headers) {
        String own = headers.first("x-kontor");
        int at = own == null ? -1 : own.indexOf("id=");
        List<String> ids = at < 0 || own == null ? List.of() : MessageIds.all(own.substring(at));
        return ids.stream().findFirst();
    }

    private static void collect(Pattern pattern, String text, Set<String> ids) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && ids.size() < 20) {
            ids.add(matcher.group(1));
        }
    }

    private static Optional<Part> find(Part part, String type) {
        return leaves(part).stream().filter(p -> p.is(type)).findFirst();
    }

    private static List<Part> leaves(Part part) {
        if (part.children().isEmpty()) {
            return List.of(part);
        }
        List<Part> all = new ArrayList<>();
        part.children().forEach(child -> all.addAll(leaves(child)));
        return all;
    }
}
