package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.StoreException;

class FeedTest {
    private final Desk desk = new Desk();
    private final List<Feed.Changes> heard = new ArrayList<>();
    private final List<ConversationRef> refs = desk.world.crowd(3);

    @BeforeEach
    void listen() {
        desk.feed.changes().add(heard::add);
    }

    @Test
    void theFirstThatIsHeardIsThatEverythingIsToBeRead() {
        desk.start();
        assertThat(heard).singleElement().matches(Feed.Changes::all);
    }

    @Test
    void aChangeIsHeardOnceWithinASecond() {
        desk.start();
        heard.clear();
        desk.house.save(desk.house.conversations.get(refs.get(1)));
        desk.advance(1_000);
        desk.advance(5_000);
        assertThat(heard).singleElement().satisfies(changes -> {
            assertThat(changes.conversations()).containsExactly(refs.get(1).id().value());
            assertThat(changes.touches(refs.get(1))).isTrue();
            assertThat(changes.touches(refs.get(0))).isFalse();
        });
    }

    @Test
    void aHintBringsItSooner() {
        desk.start();
        heard.clear();
        desk.house.save(desk.house.conversations.get(refs.get(1)));
        desk.house.hint();
        desk.advance(450);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aChangeCommittedLateUnderAnEarlierNumberIsHeard() {
        desk.start();
        Instant now = desk.threads.instant();
        desk.house.change(1_000, now, refs.get(0).brand(), Change.Kind.CONVERSATION, 1);
        desk.advance(1_000);
        heard.clear();
        desk.house.change(990, now, refs.get(0).brand(), Change.Kind.CONVERSATION, 2);
        desk.advance(30_000);
        assertThat(heard)
                .singleElement()
                .satisfies(changes -> assertThat(changes.conversations()).containsExactly(2L));
    }

    @Test
    void whatIsOlderThanTheOverlapIsNotReadAgain() {
        desk.start();
        for (int i = 0; i < 50; i++) {
            desk.house.save(desk.house.conversations.get(refs.get(0)));
            desk.advance(2_000);
        }
        heard.clear();
        // A number below the floor cannot appear any more: no write transaction runs that long.
        desk.house.change(
                1,
                desk.threads.instant().minus(Duration.ofMinutes(5)),
                refs.get(0).brand(),
                Change.Kind.CONVERSATION,
                3);
        desk.advance(3_000);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFloodOfChangesMeansThatEverythingIsToBeRead() {
        desk.start();
        heard.clear();
        for (int i = 0; i < 60_000; i++) {
            desk.house.change(100_000 + i, desk.threads.instant(), refs.get(0).brand(), Change.Kind.CONVERSATION, i);
        }
        desk.advance(1_000);
        assertThat(heard).singleElement().matches(Feed.Changes::all);
    }

    @Test
    void aStoreThatCannotBeReadIsReportedAndTriedAgain() {
        List<Feed.Health> health = new ArrayList<>();
        desk.feed.health().add(health::add);
        desk.house.breakDown(new StoreException(StoreException.Kind.UNREACHABLE, "no server", null));
        desk.start();
        assertThat(health)
                .singleElement()
                .satisfies(one -> assertThat(one.fault()).isNotNull());
        desk.house.breakDown(null);
        desk.advance(1_100);
        assertThat(health.getLast().fault()).isNull();
        assertThat(heard).singleElement().matches(Feed.Changes::all);
    }

    @Test
    void nothingIsReadAfterTheEnd() {
        desk.start();
        desk.feed.end();
        int reads = desk.house.reads();
        desk.house.hint();
        desk.advance(10_000);
        assertThat(desk.house.reads()).isEqualTo(reads);
    }
}
