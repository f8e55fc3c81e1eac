package org.kontor.simulator.internal.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person sees of a mail. A mail that cannot be read gives empty texts, never an exception. */
public final class MailTexts {

    private MailTexts() {}

    /** The words of a mail: its first plain part, else its first HTML part. */
    public static String text(MimeMessage message) {
        String[] text = {""};
        LibraryLoader.around(() -> {
            try {
                String plain = find(message, "text/plain");
                String html = plain == null ? find(message, "text/html") : plain;
                text[0] = html == null ? "" : html.replace("\r\n", "\n");
            } catch (MessagingException | IOException e) {
                text[0] = "";
            }
        });
        return text[0];
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String text = find(child, type);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The address in the From header in small letters, or an empty text. */
    public static String from(MimeMessage message) {
        try {
            Address[] from = message.getFrom();
            return from == null || from.length == 0
                    ? ""
                    : ((InternetAddress) from[0]).getAddress().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "";
        }
    }

    /** The first value of a header without folding, or null. */
    public static @Nullable String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, null);
            return value == null ? null : value.replaceAll("\\s+", " ").strip();
        } catch (MessagingException e) {
            return null;
        }
    }

    /** The decoded subject, or an empty text. */
    public static String subject(MimeMessage message) {
        try {
            String subject = message.getSubject();
            return subject == null ? "" : subject;
        } catch (MessagingException e) {
            return "";
        }
    }
}
