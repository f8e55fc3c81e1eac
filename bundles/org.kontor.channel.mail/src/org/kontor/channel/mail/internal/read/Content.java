package org.kontor.channel.mail.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.channel.mail.internal.mime.Field;
import org.kontor.channel.mail.internal.mime.Flowed;
import org.kontor.channel.mail.internal.mime.Headers;
import org.kontor.channel.mail.internal.mime.HtmlText;
import org.kontor.channel.mail.internal.mime.MimeParser;
import org.kontor.channel.mail.internal.mime.Part;
import org.kontor.channel.mail.internal.mime.SignedData;

/**
 * What a mail shows: its text, its rich form, its attachments. Every leaf of the mail ends up in one of them, except a
 * detached signature.
 */
final class Content {
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_HTML = 4_000_000;
    private static final int MAX_ATTACHMENTS = 500;

    /** An attachment with the way to its bytes. */
    record Attached(AttachmentRef ref, Supplier<byte[]> bytes) {}

    /** A piece of the body in the order of the mail; at least one of the two forms is there. */
    private record Piece(@Nullable String text, @Nullable String html) {}

    private final List<Attached> attachments = new ArrayList<>();
    private final List<Piece> pieces;
    private final String scope;

    private Content(Part mail, String scope) {
        this.scope = scope;
        this.pieces = walk(mail);
    }

    static Content of(Part mail) {
        return new Content(mail, "");
    }

    /** The text: the plain form where there is one, else the rich form's words. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String words = words(piece);
            if (!words.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(words.stripTrailing());
            }
        }
        return Plain.cut(text.toString(), MAX_TEXT);
    }

    /** The rich form as it came; null where no part has one. */
    @Nullable
    String html() {
        if (pieces.stream().allMatch(p -> p.html() == null)) {
            return null;
        }
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            String rich = piece.html();
            html.append(rich != null ? rich : "<pre>" + Entities.escape(words(piece)) + "</pre>")
                    .append('\n');
        }
        return Plain.cut(html.toString(), MAX_HTML).stripTrailing();
    }

    List<AttachmentRef> attachments() {
        return attachments.stream().map(Attached::ref).toList();
    }

    /** The bytes of an attachment; empty if this mail has none at that place. */
    Optional<byte[]> bytes(String locator) {
        return attachments.stream()
                .filter(a -> a.ref().locator().equals(locator))
                .findFirst()
                .map(a -> a.bytes().get());
    }

    private static String words(Piece piece) {
        String text = piece.text();
        String html = piece.html();
        if (html == null) {
            return text == null ? "" : text;
        }
        if (text == null || text.isBlank()) {
            return Plain.text(HtmlText.of(html));
        }
        // some senders put no more than a hint to the rich form into the plain one
        boolean hint = text.length() < 300 && text.toLowerCase(Locale.ROOT).contains("html");
        String rich = hint ? Plain.text(HtmlText.of(html)) : "";
        return rich.length() > text.length() * 2 ? rich : text;
    }

    private List<Piece> walk(Part part) {
        if (!part.children().isEmpty()) {
            return multipart(part);
        }
        boolean named = part.fileName() != null;
        if (part.is("text/plain")
                && !part.isAttached()
                && !(named && !part.path().equals("1"))) {
            return List.of(new Piece(plain(part), null));
        }
        if (part.is("text/html") && !part.isAttached()) {
            return List.of(new Piece(null, Plain.text(part.text())));
        }
        String type = part.type().value();
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            Optional<byte[]> signed = SignedData.content(part.content());
            if (signed.isPresent()) {
                Content inner = new Content(MimeParser.parse(signed.get(), 0), scope + part.path() + "/");
                attachments.addAll(inner.attachments);
                return inner.pieces;
            }
        }
        attach(part);
        return List.of();
    }

    private List<Piece> multipart(Part part) {
        return switch (part.type().value()) {
            case "multipart/alternative" -> alternative(part);
            case "multipart/related" -> related(part);
            case "multipart/signed" -> signed(part);
            case "multipart/encrypted", "multipart/appledouble" -> {
                part.children().forEach(this::attachAll);
                yield List.of();
            }
            default -> {
                List<Piece> all = new ArrayList<>();
                part.children().forEach(child -> all.addAll(walk(child)));
                yield all;
            }
        };
    }

    private List<Piece> alternative(Part part) {
        String text = null;
        String html = null;
        for (Part child : part.children()) {
            for (Piece piece : walk(child)) {
                if (piece.text() != null) {
                    text = text == null ? piece.text() : text + "\n\n" + piece.text();
                }
                if (piece.html() != null) {
                    html = html == null ? piece.html() : html + "\n" + piece.html();
                }
            }
        }
        return text == null && html == null ? List.of() : List.of(new Piece(text, html));
    }

    private List<Piece> related(Part part) {
        String start = part.type().parameter("start", "").replaceAll("^<|>$", "");
        Part root = part.children().stream()
                .filter(child -> !start.isEmpty() && start.equals(child.contentId()))
                .findFirst()
                .orElse(part.children().get(0));
        List<Piece> pieces = new ArrayList<>(walk(root));
        for (Part child : part.children()) {
            if (child != root) {
                pieces.addAll(walk(child));
            }
        }
        return pieces;
    }

    private List<Piece> signed(Part part) {
        List<Piece> pieces = new ArrayList<>();
        for (Part child : part.children()) {
            boolean signature =
                    child != part.children().get(0) && child.type().value().endsWith("-signature");
            if (!signature) {
                pieces.addAll(walk(child));
            }
        }
        return pieces;
    }

    private static String plain(Part part) {
        String text = Plain.text(part.text());
        boolean flowed = part.type().parameter("format", "").equalsIgnoreCase("flowed");
        return flowed ? Flowed.join(text, part.type().parameter("delsp", "").equalsIgnoreCase("yes")) : text;
    }

    private void attachAll(Part part) {
        if (part.children().isEmpty()) {
            attach(part);
        } else {
            part.children().forEach(this::attachAll);
        }
    }

    private void attach(Part part) {
        if (attachments.size() < MAX_ATTACHMENTS) {
            byte[] bytes = part.content();
            String description = Plain.line(part.headers().text("content-description"));
            AttachmentRef ref = new AttachmentRef(
                    scope + part.path(),
                    Plain.line(name(part, bytes)),
                    part.type().value(),
                    (long) bytes.length,
                    description.isEmpty() ? null : description);
            attachments.add(new Attached(ref, part::content));
        }
    }

    private static String name(Part part, byte[] bytes) {
        String name = part.fileName();
        if (name != null) {
            return name;
        }
        if (part.is("message/rfc822")) {
            String subject = Plain.line(Headers.parse(bytes, 0, bytes.length).text("subject"));
            String safe = Plain.cut(subject.replaceAll("[\\\\/:*?\"<>|]+", "_"), 100);
            return (safe.isBlank() ? "mail" : safe) + ".eml";
        }
        return switch (part.type().value()) {
            case "text/calendar" -> "invite.ics";
            case "text/vcard", "text/x-vcard", "text/directory" -> "contact.vcf";
            case "text/plain" -> "text.txt";
            case "text/html" -> "text.html";
            default -> part.type().isType("image") ? "image." + extension(part.type()) : "attachment";
        };
    }

    private static String extension(Field type) {
        String sub = type.value().substring(type.value().indexOf('/') + 1).replaceAll("[^a-z0-9].*", "");
        return sub.isEmpty() ? "bin" : sub.replace("jpeg", "jpg");
    }
}
