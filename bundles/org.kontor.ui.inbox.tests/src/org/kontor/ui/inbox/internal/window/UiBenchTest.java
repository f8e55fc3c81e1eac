package org.kontor.ui.inbox.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Grants;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.desk.Intake;
import org.kontor.api.desk.Setup;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.fake.FakeStates;
import org.kontor.ui.inbox.internal.model.ConversationModel.State;
import org.kontor.ui.inbox.internal.model.ListEvent;
import org.kontor.ui.inbox.internal.model.Models;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;

/** How long the window keeps its user waiting while messages pour into a full store. */
@Tag("bench")
@Tag("bench-ui")
class UiBenchTest {
    private static final long SEED = 20_260_302;
    private static final int A_SECOND = 200;
    private static final int STEPS = 100;
    private static final long PATIENCE_S = 60;

    private final UiTimes times = new UiTimes();
    private final List<String> lines = new ArrayList<>();
    private final Path folder;

    UiBenchTest(@TempDir Path folder) {
        // A store that is kept saves the filling when the bench is run again.
        String kept = System.getenv("KONTOR_BENCH_STORE");
        this.folder = kept == null ? folder : Path.of(kept);
    }

    @Test
    void theWindowKeepsUpWhileMessagesPourIn() throws Exception {
        InboxWindow window = new InboxWindow(Map.of(
                DataFolder.class, new BenchHouse.Folder(folder),
                Runner.class, new BenchHouse.Still(),
                ChannelConnector.class, new BenchChannel(),
                ViewStates.class, new FakeStates()));
        window.loop(times);
        window.furnish();
        try (BenchHouse house = new BenchHouse(
                window.service(Store.class),
                window.service(Grants.class),
                window.service(Setup.class),
                window.service(Intake.class),
                SEED)) {
            long begin = System.nanoTime();
            house.fill();
            say(
                    "seed %d; %d conversations, filled in %d s",
                    SEED, BenchHouse.CONVERSATIONS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            window.play((robot, w) -> measure(robot.within(Duration.ofSeconds(PATIENCE_S)), w, house));
        }
        write();
    }

    private void measure(Robot robot, InboxWindow window, BenchHouse house) throws Exception {
        robot.find(By.id("reply.text"));
        robot.find(By.id("inbox.list")).focus();
        Models models = robot.await(
                "the models",
                () -> window.application().getContext().get(InboxSession.class).models());
        Opening opening = robot.ask(() -> new Opening(models));
        List<Long> first = List.of(opening.of(robot, "J"));
        say(UiTimes.line("the first conversation opened", first));
        long before = house.mails();
        long begin = System.nanoTime();
        house.receive(A_SECOND);
        phase(robot, "looking on", () -> wait(Duration.ofSeconds(10)));
        List<Long> opened = new ArrayList<>();
        phase(robot, "going from one to the next", () -> {
            for (int step = 0; step < STEPS; step++) {
                opened.add(opening.of(robot, "J"));
            }
        });
        List<Long> scrolled = new ArrayList<>();
        phase(robot, "scrolling by the page", () -> {
            for (int step = 0; step < STEPS; step++) {
                int from = row(robot, models);
                boolean down = step < STEPS / 2;
                scrolled.add(settled(robot, down ? "PageDown" : "PageUp"));
                assertThat((row(robot, models) - from) * (down ? 1 : -1))
                        .as("rows that a page went on")
                        .isGreaterThan(1);
            }
        });
        phase(robot, "to the end and back", () -> {
            for (int step = 0; step < 6; step++) {
                boolean end = step % 2 == 0;
                settled(robot, end ? "End" : "Home");
                assertThat(row(robot, models))
                        .isBetween(end ? BenchHouse.CONVERSATIONS - 1 : 0, end ? Integer.MAX_VALUE : 0);
            }
        });
        phase(robot, "typing a reply", () -> {
            robot.press("R");
            robot.type("Guten Tag, vielen Dank, wir sehen sofort nach und melden uns wieder.");
        });
        say(UiTimes.line("from the key to the conversation", opened));
        say(UiTimes.line("from the key to the page", scrolled));
        double seconds = (System.nanoTime() - begin) / 1e9;
        say("messages that came meanwhile: %.0f a second", (house.mails() - before) / seconds);
        say("work that waited for a processor at the end: %.1f", load());
        assertThat(house.mails()).isGreaterThan(before);
    }

    private static int row(Robot robot, Models models) {
        return robot.ask(() -> models.inbox().start() + models.inbox().leadRow());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void phase(Robot robot, String name, Deed deed) throws Exception {
        robot.run(times::begin);
        deed.run();
        lines.addAll(robot.ask(() -> times.lines(name)));
    }

    private static void wait(Duration time) throws InterruptedException {
        // Nothing is to happen but what comes by itself.
        boolean early = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(early).isFalse();
    }

    /** From a key until all it brought about is done. */
    private long settled(Robot robot, String key) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        long begin = System.nanoTime();
        robot.press(key);
        robot.run(() -> times.whenIdle(() -> done.complete(System.nanoTime() - begin)));
        return done.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** From the step in the list until the conversation stands there and nothing waits to be painted. */
    private final class Opening {
        private @Nullable ConversationRef wanted;
        private long begin;
        private CompletableFuture<Long> done = new CompletableFuture<>();

        Opening(Models models) {
            models.inbox().listeners().add(event -> {
                if (event instanceof ListEvent.Lead lead && lead.lead() != null) {
                    wanted = lead.lead();
                }
            });
            models.conversation().listeners().add(state -> {
                if (state instanceof State.Shown shown
                        && Objects.equals(shown.opened().ref(), wanted)) {
                    CompletableFuture<Long> mine = done;
                    long from = begin;
                    times.whenIdle(() -> mine.complete(System.nanoTime() - from));
                }
            });
        }

        long of(Robot robot, String key) throws Exception {
            CompletableFuture<Long> mine = new CompletableFuture<>();
            robot.run(() -> {
                done = mine;
                begin = System.nanoTime();
            });
            robot.press(key);
            return mine.get(PATIENCE_S, TimeUnit.SECONDS);
        }
    }

    private void say(String form, Object... values) {
        lines.add(values.length == 0 ? form : String.format(Locale.ROOT, form, values));
    }

    /** Where {@code ./kontor bench} looks for what to print; else beside the pictures. */
    private void write() throws Exception {
        String wanted = System.getenv("KONTOR_RESULTS");
        Path results = wanted == null ? InboxWindow.shots() : Files.createDirectories(Path.of(wanted));
        Files.write(results.resolve("ui.txt"), lines);
        System.out.println(String.join("\n", lines));
    }
}
