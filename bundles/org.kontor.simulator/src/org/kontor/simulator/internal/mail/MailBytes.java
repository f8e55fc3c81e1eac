package org.kontor.simulator.internal.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.kontor.simulator.CustomerMessage.Form;
import org.kontor.simulator.internal.world.Picture;

/** Mails as the programs of many different people write them. */
public final class MailBytes {

    private static final String CRLF = "\r\n";
    private static final String[] PROGRAMS = {
        "Apple Mail (2.3774.500.171.1.1)", "Mozilla Thunderbird", "iPhone Mail (21F90)", "Microsoft Outlook 16.0", ""
    };

    private final DateTimeFormatter dates;

    /** Mails of people in that time zone. */
    public MailBytes(ZoneId zone) {
        dates = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                .withZone(zone);
    }

    /** The mail as it stands on the wire. */
    public byte[] write(MailDraft draft) {
        int taste = Math.floorMod(draft.messageId().hashCode(), 100);
        StringBuilder out = new StringBuilder();
        headers(out, draft, taste);
        switch (draft.form()) {
            case PLAIN, OUT_OF_OFFICE -> plain(out, draft.text(), taste);
            case HTML_ONLY -> html(out, paragraphs(draft.text()));
            case ALTERNATIVE, NEWSLETTER -> alternative(out, draft, taste);
            case WITH_PICTURE -> withPicture(out, draft, taste);
            case BROKEN_MIME -> broken(out, draft);
        }
        // bytes as characters: texts that are not ASCII were encoded before
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void headers(StringBuilder out, MailDraft draft, int taste) {
        line(out, "Return-Path", "<" + draft.from() + ">");
        line(out, "Received", "from mail.example by mx.example with ESMTPS; " + dates.format(draft.date()));
        line(out, "From", mailbox(draft.fromName(), draft.from()));
        line(out, "To", draft.to());
        line(out, "Subject", encoded(draft.subject()));
        line(out, "Date", dates.format(draft.date()));
        line(out, "Message-ID", draft.messageId());
        String inReplyTo = draft.inReplyTo();
        if (inReplyTo != null) {
            line(out, "In-Reply-To", inReplyTo);
        }
        if (!draft.references().isEmpty()) {
            line(out, "References", draft.references().replace(" ", CRLF + " "));
        }
        String program = PROGRAMS[taste % PROGRAMS.length];
        if (draft.form() == Form.OUT_OF_OFFICE) {
            line(out, "Auto-Submitted", "auto-replied");
            line(out, "X-Auto-Response-Suppress", "All");
            line(out, "Precedence", "bulk");
        } else if (draft.form() == Form.NEWSLETTER) {
            line(out, "List-Id", "<news.list.example>");
            line(
                    out,
                    "List-Unsubscribe",
                    "<https://list.example/u/" + draft.messageId().hashCode() + ">");
            line(out, "Precedence", "bulk");
        } else if (!program.isEmpty()) {
            line(out, "X-Mailer", program);
        }
        line(out, "MIME-Version", "1.0");
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append(CRLF);
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.fold(9, MimeUtility.encodeText(text, "utf-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static String mailbox(String name, String address) {
        try {
            return MimeUtility.fold(6, new InternetAddress(address, name, "utf-8").toString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static void plain(StringBuilder out, String text, int taste) {
        boolean latin =
                taste % 5 == 1 && StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        body(out, "text/plain", text, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8, taste % 7 == 2);
    }

    private static void body(StringBuilder out, String type, String text, Charset charset, boolean base64) {
        byte[] bytes = text.replace("\n", CRLF).getBytes(charset);
        line(out, "Content-Type", type + "; charset=" + charset.name().toLowerCase(Locale.ROOT));
        line(out, "Content-Transfer-Encoding", base64 ? "base64" : "quoted-printable");
        out.append(CRLF);
        out.append(base64 ? base64(bytes) : QuotedPrintable.encode(bytes)).append(CRLF);
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static void html(StringBuilder out, String content) {
        String page = "<html><head><style>p { font-family: Helvetica, sans-serif }</style></head><body>\n" + content
                + "</body></html>\n";
        body(out, "text/html", page, StandardCharsets.UTF_8, false);
    }

    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.split("\n\n")) {
            String escaped =
                    paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            html.append("<p>").append(escaped.replace("\n", "<br>\n")).append("</p>\n");
        }
        return html.toString();
    }

    private static String boundary(MailDraft draft) {
        return "----=_Part_" + Integer.toHexString(draft.messageId().hashCode());
    }

    private static void open(StringBuilder out, String type, String boundary) {
        line(out, "Content-Type", type + "; boundary=\"" + boundary + "\"");
        out.append(CRLF);
    }

    private static void next(StringBuilder out, String boundary) {
        out.append("--").append(boundary).append(CRLF);
    }

    private static void end(StringBuilder out, String boundary) {
        out.append("--").append(boundary).append("--").append(CRLF);
    }

    private static void alternative(StringBuilder out, MailDraft draft, int taste) {
        String boundary = boundary(draft);
        open(out, "multipart/alternative", boundary);
        next(out, boundary);
        plain(out, draft.text(), taste);
        next(out, boundary);
        String tracker = draft.form() == Form.NEWSLETTER
                ? "<img src=\"https://list.example/open.gif\" width=\"1\" height=\"1\">\n"
                : "";
        html(out, paragraphs(draft.text()) + tracker);
        end(out, boundary);
    }

    private static void withPicture(StringBuilder out, MailDraft draft, int taste) {
        String boundary = boundary(draft);
        open(out, "multipart/mixed", boundary);
        next(out, boundary);
        plain(out, draft.text(), taste);
        next(out, boundary);
        String file = "IMG_" + (1000 + Math.floorMod(draft.messageId().hashCode(), 9000)) + ".png";
        line(out, "Content-Type", "image/png; name=\"" + file + "\"");
        line(out, "Content-Disposition", "attachment; filename=\"" + file + "\"");
        line(out, "Content-Transfer-Encoding", "base64");
        out.append(CRLF);
        out.append(base64(Picture.png(draft.messageId().hashCode()))).append(CRLF);
        end(out, boundary);
    }

    /** A multipart whose second part has a torn header and whose end is missing, as after a crash of the sending program. */
    private static void broken(StringBuilder out, MailDraft draft) {
        String boundary = boundary(draft);
        open(out, "multipart/mixed", boundary);
        next(out, boundary);
        line(out, "Content-Type", "text/plain; charset=x-unknown-8bit");
        line(out, "Content-Transfer-Encoding", "quoted-printabel");
        out.append(CRLF)
                .append(QuotedPrintable.encode(draft.text().getBytes(StandardCharsets.UTF_8)))
                .append(CRLF);
        next(out, boundary);
        out.append("Content-Type: image/jpeg; name=\"foto").append(CRLF);
        out.append("Content-Transfer-Encod").append(CRLF).append(CRLF).append("/9j/4AAQSkZJRgABAQ");
    }
}
