package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Fault.Kind;
import org.kontor.simulator.Fault.Wire;
import org.kontor.simulator.MailAccount;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.Written;

class MailFaultsTest {

    @TempDir
    Path folder;

    private Simulator simulator;
    private MailAccount account;
    private Written written;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder(folder).withoutScript().start();
        account = simulator.world().brand("alma").mail();
        written = simulator.write(CustomerMessage.mail("alma", "Anna Berg", "Wann röstet ihr?"));
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private MimeMessage answer(MailClient client) throws MessagingException {
        return client.answer(client.open("INBOX").byUid(written.uid()), "Dienstags.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."})
    void smtpCutBeforeACommandSendsNothing(String command) throws Exception {
        simulator.inject(Fault.next(Wire.SMTP, Kind.CUT_BEFORE).on(command));
        try (MailClient client = new MailClient(account)) {
            MimeMessage answer = answer(client);
            assertThatThrownBy(() -> client.send(answer)).isInstanceOf(MessagingException.class);
            assertThat(simulator.answers()).isEmpty();
            client.send(answer);
        }
        assertThat(simulator.answers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER", "CUT_DURING"})
    void smtpCutAfterTheTextWasTakenSendsIt(Kind kind) throws Exception {
        simulator.inject(Fault.next(Wire.SMTP, kind));
        try (MailClient client = new MailClient(account)) {
            assertThatThrownBy(() -> client.send(answer(client))).isInstanceOf(MessagingException.class);
        }
        assertThat(simulator.answers())
                .singleElement()
                .satisfies(a -> assertThat(a.copies()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void smtpRepliesWithAnErrorSendNothing(String command) throws Exception {
        simulator.inject(
                Fault.next(Wire.SMTP, Kind.STATUS).on(command).withStatus(452).withText("4.2.2 Mailbox full"));
        try (MailClient client = new MailClient(account)) {
            MimeMessage answer = answer(client);
            assertThatThrownBy(() -> client.send(answer))
                    .isInstanceOf(MessagingException.class)
                    .hasStackTraceContaining("Mailbox full");
            assertThat(simulator.answers()).isEmpty();
            client.send(answer);
        }
        assertThat(simulator.answers()).hasSize(1);
    }

    @Test
    void imapConnectionsAreDropped() throws Exception {
        try (MailClient client = new MailClient(account)) {
            MailClient.Opened inbox = client.open("INBOX");
            simulator.cutConnections(Wire.IMAP);
            assertThatThrownBy(() -> inbox.folder().getMessage(1).getSubject()).isInstanceOf(MessagingException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "CUT_DURING"})
    void imapCutsAtACommand(Kind kind) throws Exception {
        try (MailClient client = new MailClient(account)) {
            MailClient.Opened inbox = client.open("INBOX");
            Message message = inbox.byUid(written.uid());
            simulator.inject(Fault.next(Wire.IMAP, kind).on("STORE").withBytes(3));
            assertThatThrownBy(() -> message.setFlag(Flags.Flag.FLAGGED, true)).isInstanceOf(MessagingException.class);
        }
        try (MailClient client = new MailClient(account)) {
            boolean flagged = client.open("INBOX").byUid(written.uid()).isSet(Flags.Flag.FLAGGED);
            assertThat(flagged).isEqualTo(kind != Kind.CUT_BEFORE);
        }
    }

    @Test
    void imapRefusesACommandAndGoesOn() throws Exception {
        simulator.inject(Fault.next(Wire.IMAP, Kind.STATUS).on("SELECT").withText("[UNAVAILABLE] try later"));
        try (MailClient client = new MailClient(account)) {
            assertThatThrownBy(() -> client.open("INBOX")).hasMessageContaining("try later");
            assertThat(client.open("INBOX").folder().getMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void imapCutInTheMiddleOfAMessageIsNoMessage() throws Exception {
        try (MailClient client = new MailClient(account)) {
            Message message = client.open("INBOX").byUid(written.uid());
            simulator.inject(Fault.next(Wire.IMAP, Kind.CUT_DURING).on("FETCH").withBytes(10));
            assertThatThrownBy(message::getSubject).isInstanceOf(MessagingException.class);
        }
    }
}
