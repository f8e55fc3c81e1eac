package org.kontor.runner.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Queue;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Fault.Kind;
import org.kontor.simulator.Fault.Wire;
import org.kontor.simulator.Written;

/** From a customer to an answer and back, over the real protocols, with faults on the way. */
class LineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Line line;

    /** A wait that ends in vain says what was logged meanwhile. */
    @RegisterExtension
    final TestExecutionExceptionHandler telling = (context, failure) -> {
        failure.addSuppressed(new AssertionError(String.join("\n", line().log())));
        throw failure;
    };

    LineTest(@TempDir Path root) throws Exception {
        line = new Line(root);
    }

    private Line line() {
        return line;
    }

    @AfterEach
    void close() throws Exception {
        assertThat(line.errors()).isEmpty();
        assertThat(line.balance().holds()).as(line.balance().toString()).isTrue();
        line.close();
    }

    private Written write(Channel channel, String text) {
        return line.simulator()
                .write(
                        channel == Channel.MAIL
                                ? CustomerMessage.mail(Line.BRAND, "Lena Marquardt", text)
                                : CustomerMessage.bluesky(Line.BRAND, "Lena Marquardt", text));
    }

    private void sent(OutboxEntry entry) {
        await("the reply to be sent")
                .atMost(PATIENCE)
                .until(() -> line.outbox(entry).state() == OutboxState.SENT);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aCustomersMessageArrivesOnceAndItsAnswerStandsOnTheServer(Channel channel) {
        line.account(channel);
        Written question = write(channel, "Ist die Jacke wasserdicht?");
        Conversation conversation = line.conversationWith("wasserdicht");
        assertThat(conversation.state()).isEqualTo(ConversationState.OPEN);

        sent(line.reply(conversation, "Ja, bis 20.000 mm Wassersäule."));

        assertThat(line.copiesOf("wasserdicht")).isEqualTo(1);
        assertThat(line.simulator().answers()).singleElement().satisfies(a -> {
            assertThat(a.inReplyTo()).isEqualTo(question.id());
            assertThat(a.text()).contains("Ja, bis 20.000 mm Wassersäule.");
            assertThat(a.copies()).isEqualTo(1);
        });
        Conversation after = line.store()
                .read(
                        line.scope(),
                        rows -> rows.conversation(ConversationRef.of(conversation))
                                .orElseThrow());
        assertThat(after.state()).isEqualTo(ConversationState.ANSWERED);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aFollowUpJoinsTheConversationAndOpensItAgain(Channel channel) {
        line.account(channel);
        write(channel, "Wann kommt mein Paket?");
        Conversation conversation = line.conversationWith("Paket");
        sent(line.reply(conversation, "Morgen."));
        String answer = line.simulator().answers().getFirst().id();
        line.simulator()
                .write((channel == Channel.MAIL
                                ? CustomerMessage.mail(Line.BRAND, "Lena Marquardt", "Es kam nichts an.")
                                : CustomerMessage.bluesky(Line.BRAND, "Lena Marquardt", "Es kam nichts an."))
                        .withReplyTo(answer));

        Conversation again = line.conversationWith("Es kam nichts an.");
        assertThat(again.id()).isEqualTo(conversation.id());
        assertThat(again.state()).isEqualTo(ConversationState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aConnectionCutBeforeTheServerTookTheReplySendsItOnce(Channel channel) {
        line.account(channel);
        write(channel, "Frage eins");
        Conversation conversation = line.conversationWith("Frage eins");
        line.simulator().inject(onSend(channel, Kind.CUT_BEFORE));
        OutboxEntry entry = line.reply(conversation, "Antwort nach dem Schnitt davor");

        await("the fault").atMost(PATIENCE).until(() -> line.simulator().faultsSeen() == 1);
        settledOnceOrUndecided(entry, "Schnitt davor", 0);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aConnectionCutAfterTheServerTookTheReplyDoublesNothing(Channel channel) {
        line.account(channel);
        write(channel, "Frage zwei");
        Conversation conversation = line.conversationWith("Frage zwei");
        line.simulator().inject(onSend(channel, Kind.CUT_AFTER));
        OutboxEntry entry = line.reply(conversation, "Antwort nach dem Schnitt danach");

        await("the fault").atMost(PATIENCE).until(() -> line.simulator().faultsSeen() == 1);
        settledOnceOrUndecided(entry, "Schnitt danach", 1);
    }

    private static Fault onSend(Channel channel, Kind kind) {
        return channel == Channel.MAIL
                ? Fault.next(Wire.SMTP, kind).on(".")
                : Fault.next(Wire.BLUESKY, kind).on("createRecord");
    }

    /** SENT with exactly one copy on the server, or shown as undecided with at most one. */
    private void settledOnceOrUndecided(OutboxEntry entry, String text, long atLeast) {
        await("an end of the reply").atMost(PATIENCE).until(() -> {
            OutboxEntry now = line.outbox(entry);
            return now.state() == OutboxState.SENT
                    || now.state() == OutboxState.UNDECIDED && now.notBefore().equals(OutboxEntry.NEVER);
        });
        long copies = line.answersOnServer(text);
        assertThat(copies).isBetween(atLeast, 1L);
        if (line.outbox(entry).state() == OutboxState.SENT) {
            assertThat(copies).isEqualTo(1);
        } else {
            assertThat(line.conversations(Queue.SEND_TROUBLE)).hasSize(1);
        }
    }

    @Test
    void aRateLimitOnTheReplyIsWaitedOut() {
        line.account(Channel.BLUESKY);
        write(Channel.BLUESKY, "Frage drei");
        Conversation conversation = line.conversationWith("Frage drei");
        line.simulator().inject(Fault.http(429).on("createRecord").withRetryAfter(Duration.ofSeconds(2)));
        OutboxEntry entry = line.reply(conversation, "Antwort nach dem Warten");

        sent(entry);
        assertThat(line.answersOnServer("nach dem Warten")).isEqualTo(1);
        assertThat(line.outbox(entry).attempts()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STATUS", "BROKEN_JSON", "UNKNOWN_FIELDS", "DUPLICATES", "REORDER", "CUT_BEFORE", "CUT_DURING"})
    void whateverTheServerDoesWhileWeReadNothingIsLostOrDoubled(Kind kind) {
        line.account(Channel.BLUESKY);
        line.simulator()
                .inject(Fault.next(Wire.BLUESKY, kind).on("listNotifications").times(3));
        for (int i = 0; i < 5; i++) {
            write(Channel.BLUESKY, "Frage Nummer " + i + ".");
        }
        for (int i = 0; i < 5; i++) {
            line.conversationWith("Frage Nummer " + i + ".");
            assertThat(line.copiesOf("Frage Nummer " + i + ".")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aRestartOfTheServerLosesAndDoublesNothing(Channel channel) throws Exception {
        line.account(channel);
        write(channel, "Vor dem Neustart");
        Conversation before = line.conversationWith("Vor dem Neustart");
        line.restartServers();
        write(channel, "Nach dem Neustart");
        line.conversationWith("Nach dem Neustart");
        sent(line.reply(before, "Wir sind wieder da."));

        assertThat(line.copiesOf("Vor dem Neustart")).isEqualTo(1);
        assertThat(line.copiesOf("Nach dem Neustart")).isEqualTo(1);
        assertThat(line.answersOnServer("Wir sind wieder da.")).isEqualTo(1);
    }

    @Test
    void expiredSessionsAreRenewedWithoutLoss() {
        line.account(Channel.BLUESKY);
        line.simulator().expireAccessTokens();
        write(Channel.BLUESKY, "Nach dem Ablauf");
        Conversation conversation = line.conversationWith("Nach dem Ablauf");
        line.simulator().expireAccessTokens();
        sent(line.reply(conversation, "Immer noch da."));
        assertThat(line.answersOnServer("Immer noch da.")).isEqualTo(1);
    }

    @Test
    void anAnswerGivenWithAnotherClientEndsTheInquiry() {
        line.account(Channel.MAIL);
        Written question = write(Channel.MAIL, "Bitte um Rückruf");
        Conversation conversation = line.conversationWith("Rückruf");
        line.simulator().answerElsewhere(Line.BRAND, question.id(), "Haben wir gerade getan.");

        await("the answer to be noticed")
                .atMost(PATIENCE)
                .until(() -> line.store()
                                .read(
                                        line.scope(),
                                        rows -> rows.conversation(ConversationRef.of(conversation))
                                                .orElseThrow())
                                .state()
                        == ConversationState.ANSWERED);
    }

    @Test
    void aBrokenMailIsAVisibleItem() {
        line.account(Channel.MAIL);
        line.simulator()
                .write(CustomerMessage.mail(Line.BRAND, "Kaputt", "Teil eins")
                        .withForm(CustomerMessage.Form.BROKEN_MIME));
        await("an item")
                .atMost(PATIENCE)
                .until(() -> !line.conversations(Queue.UNANSWERED).isEmpty());
    }
}
