package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.CustomerMessage.Form;
import org.kontor.simulator.MailAccount;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.Written;

class MailServerTest {

    private static final String UMLAUTS = "Schöne Grüße\n\naus Köln – mit „Anführung“ & <Klammern>";

    @TempDir
    Path folder;

    private Simulator simulator;
    private MailAccount account;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder(folder).withoutScript().start();
        account = simulator.world().brand("alma").mail();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private void restart() throws Exception {
        simulator.close();
        start();
    }

    @Test
    void aCustomersMailIsReadOverImap() throws Exception {
        Written written = simulator.write(
                CustomerMessage.mail("alma", "Grün, Jörg", UMLAUTS).withSubject("Frage ☕"));
        try (MailClient client = new MailClient(account)) {
            MailClient.Opened inbox = client.open("INBOX");
            Message message = inbox.byUid(written.uid());
            assertThat(message.getSubject()).isEqualTo("Frage ☕");
            assertThat(message.getFrom()[0].toString()).contains(written.author());
            assertThat(message.getHeader("Message-ID")[0]).isEqualTo(written.id());
            assertThat(message.getContent().toString().strip().replace("\r\n", "\n"))
                    .isEqualTo(UMLAUTS);
            assertThat(message.isSet(Flags.Flag.SEEN)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormOfMailArrivesAndSurvivesARestart(Form form) throws Exception {
        Written written = simulator.write(
                CustomerMessage.mail("alma", "Jörg Grün", UMLAUTS).withForm(form));
        restart();
        try (MailClient client = new MailClient(account)) {
            MimeMessage message = (MimeMessage) client.open("INBOX").byUid(written.uid());
            assertThat(message.getMessageID()).isEqualTo(written.id());
            String raw = new String(message.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            switch (form) {
                case PLAIN -> assertThat(message.isMimeType("text/plain")).isTrue();
                case HTML_ONLY -> assertThat(message.isMimeType("text/html")).isTrue();
                case ALTERNATIVE ->
                    assertThat(((Multipart) message.getContent()).getCount()).isEqualTo(2);
                case WITH_PICTURE ->
                    assertThat(((Multipart) message.getContent()).getBodyPart(1).getFileName())
                            .endsWith(".png");
                case BROKEN_MIME -> assertThat(raw).isNotEmpty();
                case OUT_OF_OFFICE ->
                    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
                case NEWSLETTER -> assertThat(message.getHeader("List-Id")).isNotEmpty();
            }
        }
    }

    @Test
    void anAnswerBySmtpReachesTheCustomer() throws Exception {
        Written written = simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Wann röstet ihr?"));
        try (MailClient client = new MailClient(account)) {
            Message question = client.open("INBOX").byUid(written.uid());
            client.send(client.answer(question, "Dienstags."));
        }
        assertThat(simulator.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.inReplyTo()).isEqualTo(written.id());
            assertThat(answer.text().strip()).isEqualTo("Dienstags.");
            assertThat(answer.customer()).isEqualTo(written.author());
            assertThat(answer.copies()).isEqualTo(1);
        });
        restart();
        assertThat(simulator.counts().line("alma", Channel.MAIL).answers()).isEqualTo(1);
    }

    @Test
    void theSameMessageSentTwiceIsADuplicate() throws Exception {
        Written written = simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Wann röstet ihr?"));
        try (MailClient client = new MailClient(account)) {
            MimeMessage answer = client.answer(client.open("INBOX").byUid(written.uid()), "Dienstags.");
            client.send(answer);
            client.send(answer);
        }
        assertThat(simulator.counts().line("alma", Channel.MAIL).duplicates()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsRefusedOnBothProtocols() throws Exception {
        MailAccount wrong = new MailAccount(
                account.address(),
                "",
                account.host(),
                account.imapPort(),
                account.smtpPort(),
                0,
                0,
                account.user(),
                "wrong",
                "Sent");
        assertThatThrownBy(() -> new MailClient(wrong)).isInstanceOf(AuthenticationFailedException.class);
        try (MailClient client = new MailClient(account)) {
            MimeMessage message = client.message("anna.berg@posteo.example", "x", "y");
            assertThatThrownBy(() -> client.send(message, "wrong")).isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void nobodySendsWithoutLoggingIn() throws Exception {
        try (Socket socket = new Socket(account.host(), account.smtpPort());
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true)) {
            in.readLine();
            out.print("EHLO test\r\nMAIL FROM:<x@y.example>\r\n");
            out.flush();
            String line = in.readLine();
            while (line.startsWith("250")) {
                line = in.readLine();
            }
            assertThat(line).startsWith("530");
        }
    }

    @Test
    void aMailToNobodyComesBackAsADeliveryStatusNotification() throws Exception {
        try (MailClient client = new MailClient(account)) {
            MimeMessage message = client.message("nobody@nowhere.example", "Ihre Anfrage", "Guten Tag");
            client.send(message);
            MailClient.Opened inbox = client.open("INBOX");
            Message bounce = inbox.folder().getMessage(inbox.folder().getMessageCount());
            assertThat(bounce.isMimeType("multipart/report")).isTrue();
            String raw = new String(bounce.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(raw).contains("Final-Recipient: rfc822; nobody@nowhere.example", message.getMessageID());
        }
    }

    @Test
    void idleTellsOfNewMail() throws Exception {
        try (Socket socket = new Socket(account.host(), account.imapPort());
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true)) {
            socket.setSoTimeout(10_000);
            for (String command :
                    new String[] {"a1 LOGIN " + account.user() + " " + account.password(), "a2 SELECT INBOX", "a3 IDLE"
                    }) {
                out.print(command + "\r\n");
                out.flush();
            }
            String line = in.readLine();
            while (!line.startsWith("+")) {
                line = in.readLine();
            }
            simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Hallo?"));
            assertThat(in.readLine()).isEqualTo("* 1 EXISTS");
            out.print("DONE\r\n");
            out.flush();
            while (!line.startsWith("a3")) {
                line = in.readLine();
            }
            assertThat(line).startsWith("a3 OK");
        }
    }

    @Test
    void uidsFlagsAndUidValiditySurviveARestart() throws Exception {
        for (int i = 1; i <= 5; i++) {
            simulator.write(
                    CustomerMessage.mail("alma", "Anna Berg", "Frage " + i).withSubject("Frage " + i));
        }
        long validity;
        try (MailClient client = new MailClient(account)) {
            MailClient.Opened inbox = client.open("INBOX");
            validity = inbox.uids().getUIDValidity();
            inbox.byUid(2).setFlag(Flags.Flag.DELETED, true);
            inbox.byUid(5).setFlag(Flags.Flag.DELETED, true);
            inbox.folder().expunge();
            inbox.byUid(3).setFlag(Flags.Flag.ANSWERED, true);
            inbox.byUid(4).setFlags(new Flags("kontor"), true);
            inbox.folder()
                    .copyMessages(
                            new Message[] {inbox.byUid(1)},
                            inbox.folder().getStore().getFolder("Sent"));
        }
        int imapPort = account.imapPort();
        restart();
        assertThat(account.imapPort()).isEqualTo(imapPort);
        try (MailClient client = new MailClient(account)) {
            MailClient.Opened inbox = client.open("INBOX");
            assertThat(inbox.uids().getUIDValidity()).isEqualTo(validity);
            assertThat(inbox.folder().getMessageCount()).isEqualTo(3);
            assertThat(inbox.has(2)).isFalse();
            assertThat(inbox.byUid(3).getSubject()).isEqualTo("Frage 3");
            assertThat(inbox.byUid(3).isSet(Flags.Flag.ANSWERED)).isTrue();
            assertThat(inbox.byUid(3).isSet(Flags.Flag.RECENT)).isFalse();
            assertThat(inbox.byUid(4).getFlags().contains("kontor")).isTrue();
            assertThat(inbox.uids().getUIDNext()).isEqualTo(6);
            assertThat(client.open("Sent").folder().getMessageCount()).isEqualTo(1);
            Written next = simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Frage 6"));
            assertThat(next.uid()).isEqualTo(6);
        }
    }

    @Test
    void aRenewedUidValidityIsAnother() throws Exception {
        long before;
        try (MailClient client = new MailClient(account)) {
            before = client.open("INBOX").uids().getUIDValidity();
        }
        simulator.renewUidValidity("alma");
        restart();
        try (MailClient client = new MailClient(account)) {
            assertThat(client.open("INBOX").uids().getUIDValidity()).isGreaterThan(before);
        }
    }

    @Test
    void anAnswerFromElsewhereLeavesItsTraces() throws Exception {
        Written written = simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Wann röstet ihr?"));
        Written answer = simulator.answerElsewhere("alma", written.id(), "Dienstags.");
        try (MailClient client = new MailClient(account)) {
            assertThat(client.open("INBOX").byUid(written.uid()).isSet(Flags.Flag.ANSWERED))
                    .isTrue();
            Message sent = client.open("Sent").folder().getMessage(1);
            assertThat(sent.getHeader("Message-ID")).containsExactly(answer.id());
            assertThat(sent.getHeader("In-Reply-To")).containsExactly(written.id());
        }
        Written thanks = simulator.write(
                CustomerMessage.mail("alma", "Anna Berg", "Danke!").withReplyTo(answer.id()));
        try (MailClient client = new MailClient(account)) {
            Message message = client.open("INBOX").byUid(thanks.uid());
            assertThat(message.getHeader("References")[0].split("\\s+")).containsExactly(written.id(), answer.id());
            assertThat(message.getSubject()).startsWith("Re: ");
        }
    }
}
