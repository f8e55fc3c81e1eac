package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.ui.api.side.SideSection;
import org.kontor.ui.inbox.internal.fake.FakeHouse;
import org.kontor.ui.inbox.internal.fake.FakeThreads;
import org.kontor.ui.inbox.internal.fake.World;

/** All models of an inbox, wired as the window wires them. */
final class Desk {
    final FakeThreads threads = new FakeThreads(Instant.parse("2025-11-20T09:00:00Z"));
    final World world = new World(threads);
    final FakeHouse house = world.house;
    final Services services = house.services();
    final List<SideSection> installed = new ArrayList<>();
    final Models models = new Models(services, threads, threads, Locale.GERMAN, () -> installed);
    final Feed feed = models.feed();
    final InboxModel inbox = models.inbox();
    final Actions actions = models.actions();
    final DraftJournal journal = models.journal();
    final ConversationModel conversation = models.conversation();
    final ReplyModel reply = models.reply();
    final CustomerModel customer = models.customer();
    final QueueCounts counts = models.counts();
    final List<ListEvent> events = new ArrayList<>();

    Desk() {
        inbox.listeners().add(events::add);
    }

    void start() {
        models.start();
        threads.settle();
    }

    void advance(int millis) {
        threads.advance(Duration.ofMillis(millis));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < inbox.size(); row++) {
            InboxRow content = inbox.row(row);
            names.add(content == null ? "?" : content.conversation().customerName());
        }
        return names;
    }
}
