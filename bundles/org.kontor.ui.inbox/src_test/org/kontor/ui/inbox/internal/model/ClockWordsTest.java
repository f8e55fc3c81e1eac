package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.api.clock.ClockState;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.inbox.internal.Messages;
import org.kontor.ui.inbox.internal.Words;
import org.kontor.ui.inbox.internal.fake.Copy;
import org.kontor.ui.inbox.internal.fake.FakeConnector;

/** What the clock of a conversation says while time goes by, without anyone reading it again. */
class ClockWordsTest {
    private final Desk desk = new Desk();
    private final Words words;

    ClockWordsTest() {
        Messages texts = new Messages();
        texts.clock_left = "noch {0}";
        texts.clock_soon = "bald fällig: noch {0}";
        Times times = Times.of(Locale.GERMAN, ZoneId.of("Europe/Berlin"), desk.threads);
        words = new Words(texts, Locale.GERMAN, times, desk.threads);
    }

    private Conversation due() {
        ConversationRef ref = desk.world
                .talk(
                        desk.world.alma,
                        FakeConnector.mail(),
                        desk.world.person(desk.world.alma, FakeConnector.mail(), "Lena", "lena@example.org"))
                .says(Duration.ZERO, "Wann kommt mein Kaffee?")
                .due(Duration.ofHours(2))
                .warn(Duration.ofMinutes(30))
                .save();
        return desk.house.conversations.get(ref);
    }

    @Test
    void itGoesFromTimeLeftToSoonToOver() {
        Conversation lena = due();
        assertThat(words.clock(lena)).isEqualTo(ClockState.RUNNING);
        assertThat(words.headTime(lena)).isEqualTo("noch 2:00");
        desk.threads.advance(Duration.ofMinutes(90));
        assertThat(words.clock(lena)).isEqualTo(ClockState.WARNING);
        assertThat(words.corner(lena)).isEqualTo("0:30");
        assertThat(words.headTime(lena)).isEqualTo("bald fällig: noch 0:30");
        desk.threads.advance(Duration.ofMinutes(42));
        assertThat(words.clock(lena)).isEqualTo(ClockState.BREACHED);
        assertThat(words.headTime(lena)).isEqualTo("12 min überfällig");
        desk.threads.advance(Duration.ofHours(2));
        assertThat(words.headTime(lena)).isEqualTo("2 h 12 min überfällig");
        assertThat(words.corner(lena)).isEqualTo("2 h überfällig");
    }

    @Test
    void whatIsPutAsideOrAnsweredWarnsOfNothing() {
        Conversation lena = due();
        desk.threads.advance(Duration.ofHours(3));
        Conversation aside = Copy.of(lena)
                .state(ConversationState.SNOOZED)
                .snoozedUntil(desk.threads.instant().plusSeconds(7_200))
                .build();
        assertThat(words.clock(aside)).isEqualTo(ClockState.NONE);
        Conversation answered = Copy.of(lena).state(ConversationState.ANSWERED).build();
        assertThat(words.clock(answered)).isEqualTo(ClockState.NONE);
    }
}
