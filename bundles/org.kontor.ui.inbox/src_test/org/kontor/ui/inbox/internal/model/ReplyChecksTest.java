package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.conversation.Profile;
import org.kontor.api.desk.Replies;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.Finding.Level;
import org.kontor.ui.inbox.internal.fake.FakeConnector;

class ReplyChecksTest {
    private static final Checked FINE = new Checked(List.of(new Finding(Level.PASSED, "brand")), List.of());
    private static final Checked STOP = new Checked(List.of(new Finding(Level.STOP, "no IBAN here")), List.of());

    private final Desk desk = new Desk();
    private final ReplyModel reply = desk.reply;

    @BeforeEach
    void open() {
        Profile person = desk.world.person(desk.world.alma, FakeConnector.bluesky(), "Lena", "@lena");
        desk.world
                .talk(desk.world.alma, FakeConnector.bluesky(), person)
                .says(Duration.ofHours(1), "Frage")
                .save();
        desk.start();
        desk.advance(1_000);
        desk.house.desk().checkedRequests.clear();
    }

    private List<String> texts() {
        return desk.house.desk().checkedRequests.stream()
                .map(Replies.ReplyRequest::text)
                .toList();
    }

    @Test
    void theChecksLookOnceWhenNothingWasTypedForAWhile() {
        desk.house.desk().checked = FINE;
        reply.text("H");
        desk.advance(200);
        reply.text("Hallo");
        desk.advance(299);
        assertThat(texts()).isEmpty();
        desk.advance(1);
        assertThat(texts()).containsExactly("Hallo");
        assertThat(reply.checks().said()).isEqualTo(FINE);
        assertThat(reply.problem()).isNull();
        desk.advance(5_000);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void aStopKeepsTheReplyUntilTheTextIsAnother() {
        desk.house.desk().checked = STOP;
        reply.text("DE89 ...");
        desk.advance(300);
        assertThat(reply.problem()).isEqualTo(ReplyRules.Problem.CHECK_STOPPED);
        assertThat(reply.checks().stop()).isEqualTo("no IBAN here");
        reply.send();
        desk.threads.settle();
        assertThat(desk.house.desk().requests).isEmpty();
        desk.house.desk().checked = FINE;
        reply.text("Privat, bitte");
        assertThat(reply.problem()).as("nothing is known against the new text").isNull();
        desk.advance(300);
        assertThat(reply.checks().said()).isEqualTo(FINE);
    }

    @Test
    void aNoteIsNotLookedAt() {
        reply.mode(WriteMode.NOTE);
        reply.text("IBAN DE89 ...");
        desk.advance(1_000);
        assertThat(texts()).isEmpty();
        assertThat(reply.checks().said()).isEqualTo(Checked.NOTHING);
    }

    @Test
    void aCheckThatWasLeftOutIsAskedAgain() {
        Trouble trouble = new Trouble(
                new Contribution("sample.plug", Contribution.Kind.REPLY_CHECK, "wording"),
                Trouble.Reason.SLOW,
                "2000 ms",
                Instant.EPOCH,
                3,
                true);
        desk.house.desk().checked = new Checked(List.of(), List.of(trouble));
        reply.text("Hallo");
        desk.advance(300);
        assertThat(reply.checks().said().leftOut()).containsExactly(trouble);
        desk.house.desk().checked = FINE;
        reply.checks().tryAgain(trouble);
        desk.threads.settle();
        assertThat(reply.checks().said()).isEqualTo(FINE);
    }

    @Test
    void whatWasSentIsNotLookedAtAnyMore() {
        desk.house.desk().checked = FINE;
        reply.text("Hallo");
        reply.send();
        desk.threads.settle();
        desk.advance(1_000);
        assertThat(texts()).doesNotContain("Hallo");
    }
}
