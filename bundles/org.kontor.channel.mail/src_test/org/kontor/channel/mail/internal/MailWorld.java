package org.kontor.channel.mail.internal;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Mail servers with a brand's and a customer's mailbox, and what other people and programs do there. */
abstract class MailWorld implements AutoCloseable {
    static final String BRAND_NAME = "Nordwind Hilfe";

    /** Somebody's mailbox. */
    record Box(String address, String password) {}

    abstract int imapPort();

    abstract int smtpPort();

    abstract Box brand();

    abstract Box customer();

    /** Stops the IMAP server and starts it again; connections break. */
    abstract void restartImap() throws Exception;

    /** Numbers the mails of the brand's inbox anew. */
    abstract void renumberInbox() throws Exception;

    /** Whether the server refuses unknown recipients of its own domain. */
    abstract boolean knowsItsUsers();

    @Override
    public abstract void close() throws Exception;

    /** The brand's account, as set up in the workbench. */
    FakeAccount account() {
        return account(imapPort(), smtpPort());
    }

    /** The same through other ports. */
    FakeAccount account(int imap, int smtp) {
        return new FakeAccount()
                .local(imap, smtp)
                .set(MailSettings.ADDRESS, brand().address())
                .set(MailSettings.DISPLAY_NAME, BRAND_NAME)
                .secret(MailSettings.PASSWORD, brand().password())
                .workFrom(Instant.now().minusSeconds(14 * 86_400));
    }

    /** The customer writes to the brand. */
    String customerWrites(String subject, String text, String... headers) throws Exception {
        String id = "<" + System.nanoTime() + "." + Math.abs(subject.hashCode()) + "@customer.example>";
        return customerWritesAs(id, subject, text, headers);
    }

    String customerWritesAs(String id, String subject, String text, String... headers) throws Exception {
        send(customer(), brand(), letter(customer(), brand(), id, subject, text, Instant.now(), headers));
        return id;
    }

    static byte[] letter(Box from, Box to, String id, String subject, String text, Instant at, String... headers) {
        StringBuilder mail = new StringBuilder()
                .append("From: Kundin <")
                .append(from.address())
                .append(">\r\n")
                .append("To: ")
                .append(to.address())
                .append("\r\n")
                .append("Subject: ")
                .append(subject)
                .append("\r\n")
                .append("Message-ID: ")
                .append(id)
                .append("\r\n")
                .append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ENGLISH)
                        .format(at.atOffset(ZoneOffset.UTC)))
                .append("\r\n");
        for (String header : headers) {
            mail.append(header).append("\r\n");
        }
        mail.append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                .append(text)
                .append("\r\n");
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    void send(Box from, Box to, byte[] mail) throws Exception {
        Properties props = new Properties();
        props.setProperty("mail.smtp.host", "127.0.0.1");
        props.setProperty("mail.smtp.port", String.valueOf(smtpPort()));
        props.setProperty("mail.smtp.localhost", "[127.0.0.1]");
        props.setProperty("mail.smtp.auth", "true");
        Session session = Session.getInstance(props);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(from.address(), from.password());
            transport.sendMessage(message, InternetAddress.parse(to.address()));
        }
    }

    /** Another mail program puts a mail into a folder. */
    void append(Box box, String folder, byte[] mail, Instant stored, Flags.Flag... flags) throws Exception {
        append(box, folder, List.of(mail), stored, flags);
    }

    void append(Box box, String folder, List<byte[]> mails, Instant stored, Flags.Flag... flags) throws Exception {
        with(box, folder, Folder.READ_WRITE, opened -> {
            Message[] messages = new Message[mails.size()];
            for (int i = 0; i < messages.length; i++) {
                messages[i] = message(mails.get(i), stored, flags);
            }
            opened.appendMessages(messages);
            return true;
        });
    }

    private static Message message(byte[] mail, Instant stored, Flags.Flag... flags) throws MessagingException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(mail)) {
            @Override
            public java.util.Date getReceivedDate() {
                return java.util.Date.from(stored);
            }
        };
        for (Flags.Flag flag : flags) {
            message.setFlag(flag, true);
        }
        return message;
    }

    /** Another mail program marks a mail. */
    void flag(Box box, String folder, String id, Flags.Flag flag) throws Exception {
        with(box, folder, Folder.READ_WRITE, opened -> {
            for (Message message : opened.getMessages()) {
                if (id.equals(header(message, "Message-ID"))) {
                    message.setFlag(flag, true);
                }
            }
            return true;
        });
    }

    /** A mail as it stands in a mailbox. */
    record Stored(String id, String inReplyTo, String references, String subject, boolean seen, byte[] source) {}

    List<Stored> mails(Box box, String folder) throws Exception {
        return with(box, folder, Folder.READ_ONLY, opened -> {
            List<Stored> mails = new ArrayList<>();
            for (Message message : opened.getMessages()) {
                boolean seen = message.isSet(Flags.Flag.SEEN);
                ByteArrayOutputStream source = new ByteArrayOutputStream();
                message.writeTo(source);
                mails.add(new Stored(
                        header(message, "Message-ID"),
                        header(message, "In-Reply-To"),
                        header(message, "References").replaceAll("\\s+", " "),
                        String.valueOf(message.getSubject()),
                        seen,
                        source.toByteArray()));
            }
            return mails;
        });
    }

    void deleteAll(Box box, String folder) throws Exception {
        with(box, folder, Folder.READ_WRITE, opened -> {
            opened.setFlags(opened.getMessages(), new Flags(Flags.Flag.DELETED), true);
            opened.expunge();
            return true;
        });
    }

    private static String header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : values[0].strip();
    }

    private interface Use<T> {
        T with(Folder folder) throws MessagingException, IOException;
    }

    private <T> T with(Box box, String folder, int mode, Use<T> use) throws Exception {
        Properties props = new Properties();
        props.setProperty("mail.imap.peek", "true");
        Session session = Session.getInstance(props);
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", imapPort(), box.address(), box.password());
            try (Folder opened = store.getFolder(folder)) {
                if (!opened.exists()) {
                    opened.create(Folder.HOLDS_MESSAGES);
                }
                opened.open(mode);
                return use.with(opened);
            }
        }
    }
}
