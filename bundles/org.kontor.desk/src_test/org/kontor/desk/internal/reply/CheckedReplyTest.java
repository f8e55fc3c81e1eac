package org.kontor.desk.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Scope;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.desk.Replies;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.Finding.Level;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.store.ConversationRef;
import org.kontor.desk.internal.Desk;

class CheckedReplyTest {
    private final Desk desk;

    CheckedReplyTest(@TempDir Path folder) {
        desk = new Desk(folder);
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", Desk.NOON));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private record Check(String id, BiFunction<ReplyText, Scope, List<Finding>> says) implements ReplyCheck {
        @Override
        public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
            return says.apply(reply, scope);
        }
    }

    private void check(String id, BiFunction<ReplyText, Scope, List<Finding>> says) {
        desk.checks.add(new Check(id, says));
    }

    private Checked check(String text) {
        return desk.replies.check(
                desk.scope(),
                new Replies.ReplyRequest(
                        ConversationRef.of(desk.conversation("q1")),
                        desk.brand.id(),
                        null,
                        ReplyMode.PUBLIC,
                        text,
                        List.of(),
                        List.of(),
                        List.of()),
                Locale.ENGLISH,
                new NullProgressMonitor());
    }

    @Test
    void aCheckThatSaysStopKeepsTheReplyAndTheAgentIsToldWhy() {
        check("a", (reply, scope) -> List.of(new Finding(Level.STOP, "No refunds by word")));
        assertThat(desk.reply("q1", "You get your money back"))
                .isEqualTo(new Replies.Outcome.Refused(Replies.Reason.CHECK_STOPPED, "No refunds by word"));
        assertThat(desk.dispatch.nextDue(desk.account)).isEmpty();
    }

    @Test
    void adviceLetsTheReplyGo() {
        check("a", (reply, scope) -> List.of(new Finding(Level.ADVICE, "Say where to send the photo")));
        assertThat(desk.reply("q1", "Send us a photo")).isInstanceOf(Replies.Outcome.Queued.class);
    }

    @Test
    void whatStopsComesFirstAndACheckThatFailedIsNamed() {
        check("a", (reply, scope) -> List.of(new Finding(Level.PASSED, "brand")));
        check("b", (reply, scope) -> {
            throw new IllegalStateException("no shop");
        });
        check("c", (reply, scope) -> List.of(new Finding(Level.ADVICE, "advice"), new Finding(Level.STOP, "stop")));
        Checked checked = check("Hello");
        assertThat(checked.findings()).extracting(Finding::sentence).containsExactly("stop", "advice", "brand");
        assertThat(checked.leftOut()).extracting(t -> t.contribution().id()).containsExactly("b");
    }

    @Test
    void aFloodOfFindingsIsNoAnswerAndManyAreCut() {
        check("flood", (reply, scope) -> Collections.nCopies(1_000_000, new Finding(Level.ADVICE, "x")));
        check("many", (reply, scope) -> Collections.nCopies(50, new Finding(Level.ADVICE, "y")));
        Checked checked = check("Hello");
        assertThat(checked.findings()).hasSize(Checks.SHOWN);
        assertThat(checked.leftOut()).extracting(t -> t.contribution().id()).containsExactly("flood");
    }

    @Test
    void aCheckSeesTheBrandOfTheReplyAloneAndOneThatDoesNotSeeItIsNotAsked() {
        List<Scope> seen = new ArrayList<>();
        check("a", (reply, scope) -> {
            seen.add(scope);
            return List.of();
        });
        check("Hello");
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().brands()).containsExactly(desk.brand.id());
        assertThat(seen.getFirst().agency()).isFalse();
        desk.guard.hidden.add(desk.brand.id());
        assertThat(check("Hello")).isEqualTo(Checked.NOTHING);
        assertThat(seen).hasSize(1);
    }
}
