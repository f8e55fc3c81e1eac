package org.kontor.simulator;

/**
 * What a mail client needs to use the mailbox of a brand.
 *
 * @param address the mail address of the brand, also its user name
 * @param displayName the name that stands beside the address
 * @param host always the loopback address
 * @param imapPort IMAP without TLS; faults work here
 * @param smtpPort submission without TLS, AUTH PLAIN and LOGIN required; faults work here
 * @param imapsPort IMAP over TLS with a self-signed certificate
 * @param smtpsPort submission over TLS with a self-signed certificate
 * @param user user name for IMAP and SMTP
 * @param password password for IMAP and SMTP
 * @param sentFolder the folder in which the brand's other mail clients leave what they send
 */
public record MailAccount(
        String address,
        String displayName,
        String host,
        int imapPort,
        int smtpPort,
        int imapsPort,
        int smtpsPort,
        String user,
        String password,
        String sentFolder) {}
