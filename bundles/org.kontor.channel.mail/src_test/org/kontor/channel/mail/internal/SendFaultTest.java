package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.Sent;

/** Sending over a wire that breaks, to servers that refuse. */
class SendFaultTest extends GreenMailTest {
    private final FaultProxy proxy = new FaultProxy(world().smtpPort());
    private final ScriptedSmtp scripted = new ScriptedSmtp();

    @AfterEach
    void close() {
        proxy.close();
        scripted.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL FROM", "RCPT TO", "DATA"})
    void aWireCutBeforeTheMailWasHandedOverIsACertainNo(String command) throws Exception {
        ChannelSession session = session(through());
        Attempt attempt = attempt(session, "Antwort");
        proxy.cut(FaultProxy.Cut.BEFORE, command);
        Sent.Refused refused = (Sent.Refused) session.send(attempt, monitor());
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(session.find(attempt, monitor())).isEqualTo(new Found.Absent());

        Attempt second = new Attempt(attempt.key(), attempt.reply(), attempt.queuedAt(), 2);
        assertThat(session.send(second, monitor())).isInstanceOf(Sent.Accepted.class);
        awaitCustomer(1);
        assertThat(world().mails(world().customer(), "INBOX"))
                .extracting(MailWorld.Stored::id)
                .containsExactly(attempt.key());
    }

    @Test
    void aWireCutInsideTheMailIsACertainNo() throws Exception {
        ChannelSession session = session(through());
        Outgoing plain = attempt(session, "MITTEN DRIN").reply();
        OutgoingAttachment large =
                new OutgoingAttachment("x.bin", "application/octet-stream", new byte[12_000_000], "");
        Outgoing reply = new Outgoing(
                plain.mode(),
                plain.replyTarget(),
                plain.parent(),
                null,
                plain.text(),
                List.of(),
                List.of(),
                List.of(large));
        Instant queued = Instant.now();
        Attempt attempt = new Attempt(session.newKey(reply, queued), reply, queued, 1);
        proxy.cut(FaultProxy.Cut.BEFORE, "MITTEN DRIN");
        Sent.Refused refused = (Sent.Refused) session.send(attempt, monitor());
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(world().mails(world().customer(), "INBOX")).isEmpty();
    }

    @Test
    void aWireCutAfterTheServerTookTheMailLeavesItUndecidedAndItArrivesOnce() throws Exception {
        ChannelSession session = session(through());
        Attempt attempt = attempt(session, "Antwort");
        proxy.cut(FaultProxy.Cut.AFTER, "\r\n.\r\n");
        assertThat(session.send(attempt, monitor())).isInstanceOf(Sent.Unknown.class);
        awaitCustomer(1);
        assertThat(session.find(attempt, monitor())).isInstanceOf(Found.CannotTell.class);
        world().customerWrites("Re: Frage", "Danke!", "In-Reply-To: " + attempt.key());
        await().atMost(Duration.ofSeconds(20)).until(() -> session.find(attempt, monitor()) instanceof Found.Present);
        assertThat(world().mails(world().customer(), "INBOX")).hasSize(1);
    }

    @Test
    void aWireCutWhileTheLastLineIsOnItsWayIsUndecided() throws Exception {
        ChannelSession session = session(through());
        Attempt attempt = attempt(session, "Antwort");
        proxy.cut(FaultProxy.Cut.BEFORE, "\r\n.\r\n");
        assertThat(session.send(attempt, monitor())).isInstanceOf(Sent.Unknown.class);
        assertThat(session.find(attempt, monitor())).isInstanceOf(Found.CannotTell.class);
        assertThat(world().mails(world().customer(), "INBOX")).isEmpty();
    }

    @Test
    void aServerThatNeverAnswersLeavesItUndecided() {
        ChannelSession session = session(through());
        proxy.cut(FaultProxy.Cut.SILENCE, "\r\n.\r\n");
        assertThat(session.send(attempt(session, "Antwort"), monitor())).isInstanceOf(Sent.Unknown.class);
    }

    @Test
    void callingOffBeforeTheMailWasHandedOverIsACertainNo() throws Exception {
        ChannelSession session = session(through());
        proxy.cut(FaultProxy.Cut.SILENCE, "EHLO");
        CompletableFuture<Sent> sending =
                CompletableFuture.supplyAsync(() -> session.send(attempt(session, "Antwort"), monitor()));
        await().atMost(Duration.ofSeconds(10)).until(() -> proxy.connections() == 1);
        monitor().setCanceled(true);
        Sent.Refused refused = (Sent.Refused) sending.get(5, TimeUnit.SECONDS);
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void callingOffBeforeItBeganSendsNothing() throws Exception {
        ChannelSession session = session(through());
        monitor().setCanceled(true);
        assertThat(session.send(attempt(session, "Antwort"), monitor())).isInstanceOf(Sent.Refused.class);
        assertThat(proxy.connections()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GREETING | 421 too busy                               | TRANSIENT  |
        EHLO     | 550 go away                                | TRANSIENT  |
        AUTH     | 535 5.7.8 wrong                            | AUTH       | password
        AUTH     | 454 4.7.0 not now                          | TRANSIENT  |
        AUTH     | close                                      | TRANSIENT  |
        MAIL     | 421 4.7.0 slow down                        | TRANSIENT  |
        MAIL     | 530 5.7.0 sign in first                    | AUTH       | password
        MAIL     | 550 5.7.1 not your address                 | PERMISSION | address
        MAIL     | 553 5.1.8 not your address                 | PERMISSION | address
        MAIL     | 552 5.3.4 too large                        | PERMANENT  |
        RCPT     | 450 4.2.1 mailbox busy                     | TRANSIENT  |
        RCPT     | 550 5.1.1 unknown                          | PERMANENT  |
        RCPT     | close                                      | TRANSIENT  |
        DATA     | 554 5.7.1 no                               | PERMANENT  |
        DATA     | 451 4.3.0 later                            | TRANSIENT  |
        DATA     | close                                      | TRANSIENT  |
        .        | 451 4.3.0 later                            | TRANSIENT  |
        .        | 452 4.3.1 disk full                        | TRANSIENT  |
        .        | 554 5.7.1 spam                             | PERMANENT  |
        .        | 552 5.2.2 mailbox full                     | PERMANENT  |
        """)
    void refusalsAreClassedByTheirCode(String command, String answer, FaultKind kind, String setting) {
        scripted.answer(command, answer);
        if (command.equals("EHLO")) {
            scripted.answer("HELO", answer);
        }
        ChannelSession session = session(world().account(world().imapPort(), scripted.port()));
        Sent sent = session.send(attempt(session, "x"), monitor());
        Fault fault = ((Sent.Refused) sent).fault();
        assertThat(fault.kind()).as(fault.detail()).isEqualTo(kind);
        assertThat(Objects.toString(fault.setting(), "")).isEqualTo(Objects.toString(setting, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "nonsense", "999 what"})
    void anAnswerToTheLastLineThatSaysNothingLeavesItUndecided(String answer) {
        scripted.answer(".", answer);
        ChannelSession session = session(world().account(world().imapPort(), scripted.port()));
        assertThat(session.send(attempt(session, "x"), monitor())).isInstanceOf(Sent.Unknown.class);
    }

    @Test
    void aMailTheServerIsTooSmallForIsNotHandedOver() {
        scripted.answer("EHLO", "250-scripted\r\n250-AUTH PLAIN\r\n250 SIZE 100");
        ChannelSession session = session(world().account(world().imapPort(), scripted.port()));
        Sent.Refused refused = (Sent.Refused) session.send(attempt(session, "x"), monitor());
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.PERMANENT);
        assertThat(scripted.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void aMailboxThatTakesNoCopyDoesNotUndoTheSend() throws Exception {
        ChannelSession session = session(world().account(1, world().smtpPort()));
        assertThat(session.send(attempt(session, "x"), monitor())).isInstanceOf(Sent.Accepted.class);
        awaitCustomer(1);
    }

    private FakeAccount through() {
        return world().account(world().imapPort(), proxy.port());
    }

    private void awaitCustomer(int mails) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world().mails(world().customer(), "INBOX").size() == mails);
    }
}
