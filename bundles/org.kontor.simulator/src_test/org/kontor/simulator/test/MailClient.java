package org.kontor.simulator.test;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import org.kontor.simulator.MailAccount;

/** A plain mail client for tests. */
final class MailClient implements AutoCloseable {

    private final MailAccount account;
    private final Session session;
    private final Store store;

    MailClient(MailAccount account) throws MessagingException {
        this.account = account;
        Properties properties = new Properties();
        properties.put("mail.imap.timeout", "10000");
        properties.put("mail.smtp.timeout", "10000");
        properties.put("mail.smtp.auth", "true");
        session = Session.getInstance(properties);
        store = session.getStore("imap");
        store.connect(account.host(), account.imapPort(), account.user(), account.password());
    }

    /** A folder with the messages found by their UID. */
    record Opened(Folder folder, UIDFolder uids) {
        Message byUid(long uid) throws MessagingException {
            return Objects.requireNonNull(uids.getMessageByUID(uid), "no message with UID " + uid);
        }

        boolean has(long uid) throws MessagingException {
            return uids.getMessageByUID(uid) != null;
        }
    }

    Opened open(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_WRITE);
        return new Opened(folder, (UIDFolder) folder);
    }

    /** Makes an answer with the headers of a thread. */
    MimeMessage answer(Message question, String text) throws MessagingException {
        MimeMessage answer = (MimeMessage) question.reply(false);
        answer.setFrom(new InternetAddress(account.address()));
        answer.setText(text, "utf-8");
        answer.saveChanges();
        return answer;
    }

    MimeMessage message(String to, String subject, String text) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(account.address()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text, "utf-8");
        message.saveChanges();
        return message;
    }

    void send(MimeMessage message) throws MessagingException {
        send(message, account.password());
    }

    void send(MimeMessage message, String password) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(account.host(), account.smtpPort(), account.user(), password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
