package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailProviderTest {
    @ParameterizedTest
    @CsvSource({
        "anna@gmx.de, imap.gmx.net, 993, tls, mail.gmx.net, 465, tls",
        "anna@GMX.at, imap.gmx.net, 993, tls, mail.gmx.net, 465, tls",
        "anna@web.de, imap.web.de, 993, tls, smtp.web.de, 465, tls",
        "anna@t-online.de, secureimap.t-online.de, 993, tls, securesmtp.t-online.de, 465, tls",
        "anna@gmail.com, imap.gmail.com, 993, tls, smtp.gmail.com, 465, tls",
        "anna@outlook.de, outlook.office365.com, 993, tls, smtp.office365.com, 587, starttls",
        "anna@agentur.onmicrosoft.com, outlook.office365.com, 993, tls, smtp.office365.com, 587, starttls",
        "anna@ionos.de, imap.ionos.de, 993, tls, smtp.ionos.de, 465, tls",
        "anna@strato.de, imap.strato.de, 993, tls, smtp.strato.de, 465, tls",
        "anna@mailbox.org, imap.mailbox.org, 993, tls, smtp.mailbox.org, 465, tls",
        "anna@posteo.net, posteo.de, 993, tls, posteo.de, 465, tls",
        "anna@fastmail.com, imap.fastmail.com, 993, tls, smtp.fastmail.com, 465, tls",
        "anna@icloud.com, imap.mail.me.com, 993, tls, smtp.mail.me.com, 587, starttls",
        "hilfe@nordwind.example, imap.nordwind.example, 993, tls, smtp.nordwind.example, 465, tls",
        "hilfe@notgmx.de, imap.notgmx.de, 993, tls, smtp.notgmx.de, 465, tls",
    })
    void anAddressLeadsToItsServers(
            String address,
            String imap,
            String imapPort,
            String imapTls,
            String smtp,
            String smtpPort,
            String smtpTls) {
        MailProvider provider = MailProvider.of(address).orElseThrow();
        assertThat(provider.imap()).isEqualTo(new MailProvider.Server(imap, imapPort, imapTls));
        assertThat(provider.smtp()).isEqualTo(new MailProvider.Server(smtp, smtpPort, smtpTls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna@", "@gmx.de", "anna@gmx", "anna@.de", "anna@gmx.d"})
    void halfAnAddressLeadsNowhere(String address) {
        assertThat(MailProvider.of(address)).isEmpty();
    }

    @Test
    void noDomainStandsTwiceAndEveryAdviceHasItsWords() {
        Set<String> domains = new HashSet<>();
        for (MailProvider provider : MailProvider.all()) {
            provider.domains()
                    .forEach(
                            domain -> assertThat(domains.add(domain)).as(domain).isTrue());
            provider.advice().ifPresent(key -> {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                    assertThat(TestMessages.of(locale).has(key)).as(key).isTrue();
                }
            });
        }
        assertThat(MailProvider.all()).hasSizeGreaterThan(12);
    }
}
