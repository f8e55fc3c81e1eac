package org.kontor.simulator.internal.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;

/** Delivery status notifications as RFC 3464 lays down. */
final class Bounces {

    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Bounces() {}

    /**
     * The answer of the mail system to a message for an address that does not exist.
     *
     * @param sender who sent it and gets the answer
     * @param recipient the address that does not exist
     * @param message the message
     * @param at when
     * @param number makes the Message-ID unique
     */
    static byte[] unknownUser(String sender, String recipient, MimeMessage message, Instant at, long number)
            throws MessagingException {
        String boundary = "=_dsn_" + Long.toString(number, 36) + "_" + at.toEpochMilli();
        StringBuilder out = new StringBuilder();
        out.append("Return-Path: <>\r\n");
        out.append("From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\n");
        out.append("To: ").append(sender).append("\r\n");
        out.append("Subject: Undelivered Mail Returned to Sender\r\n");
        out.append("Date: ").append(DATE.format(at)).append("\r\n");
        out.append("Message-ID: <dsn.").append(number).append('.').append(at.toEpochMilli());
        out.append("@mx.example>\r\n");
        out.append("Auto-Submitted: auto-replied\r\n");
        out.append("MIME-Version: 1.0\r\n");
        out.append("Content-Type: multipart/report; report-type=delivery-status;\r\n");
        out.append("\tboundary=\"").append(boundary).append("\"\r\n\r\n");
        out.append("This is a MIME-encapsulated message.\r\n\r\n");
        part(out, boundary, "text/plain; charset=us-ascii");
        out.append("This is the mail system at host mx.example.\r\n\r\n");
        out.append("I'm sorry to have to inform you that your message could not\r\n");
        out.append("be delivered to one or more recipients.\r\n\r\n");
        out.append('<').append(recipient).append(">: host mail.example said: 550 5.1.1 <");
        out.append(recipient).append(">: Recipient address rejected: User unknown\r\n\r\n");
        part(out, boundary, "message/delivery-status");
        out.append("Reporting-MTA: dns; mx.example\r\n");
        out.append("Arrival-Date: ").append(DATE.format(at)).append("\r\n\r\n");
        out.append("Final-Recipient: rfc822; ").append(recipient).append("\r\n");
        out.append("Original-Recipient: rfc822;").append(recipient).append("\r\n");
        out.append("Action: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mail.example\r\n");
        out.append("Diagnostic-Code: smtp; 550 5.1.1 <").append(recipient);
        out.append(">: Recipient address rejected: User unknown\r\n\r\n");
        part(out, boundary, "text/rfc822-headers");
        Enumeration<Header> headers = message.getAllHeaders();
        while (headers.hasMoreElements()) {
            Header header = headers.nextElement();
            out.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        out.append("\r\n--").append(boundary).append("--\r\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void part(StringBuilder out, String boundary, String type) {
        out.append("--").append(boundary).append("\r\n");
        out.append("Content-Type: ").append(type).append("\r\n\r\n");
    }
}
