package org.kontor.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Topics;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.osgi.service.event.propertytypes.EventTopics;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Looks at what plug-ins contribute, with real key and mouse events, for the tests of the samples: {@code --plugin-tour DIR}. A
 * customer writes to the brand with the web shop; the tour opens his mail and says what stands on his card, writes a reply with a
 * promise and says what the checks answer, and says which sections the report has. It saves a picture of each and ends the
 * workbench. What is missing is no fault: it says what it saw. With {@code --plugin-act install|update|rollback|uninstall} it does
 * that first in the Plug-ins perspective ({@code --plugin-site ADDRESS} to install from), restarts, and looks then.
 */
@Component(immediate = true)
@EventTopics(Topics.WINDOW_PAINTED)
public final class PluginTour implements EventHandler {
    private static final Duration MAIL_WITHIN = Duration.ofSeconds(90);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final String CUSTOMER = "Wiebke Petersen";
    private static final By CARD = By.id("inbox.customer");

    private final Arguments arguments;
    private final DemoAgency agency;
    private final Spoken spoken;
    private boolean begun;

    @Activate
    public PluginTour(
            BundleContext context,
            @Reference Arguments arguments,
            @Reference DemoAgency agency,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.arguments = arguments;
        this.agency = agency;
        this.spoken = new Spoken(context, log);
    }

    @Override
    public synchronized void handleEvent(@Nullable Event painted) {
        arguments.value("plugin-tour").filter(folder -> !begun).ifPresent(folder -> {
            begun = true;
            Display display = Display.getDefault();
            CompletableFuture<@Nullable Void> end =
                    Robot.start(display, robot -> run(display, robot, Files.createDirectories(Path.of(folder))));
            end.whenComplete((done, failure) -> spoken.finish(display, failure));
        });
    }

    private void run(Display display, Robot robot, Path folder) throws IOException, InterruptedException {
        Path acted = folder.resolve("acted");
        Optional<String> act = arguments.value("plugin-act").filter(what -> !Files.exists(acted));
        if (act.isPresent()) {
            // Only then there are brands to choose.
            Spoken.waitFor(
                    "the demo agency", MAIL_WITHIN, () -> agency.control().isPresent());
            PluginRoom room = new PluginRoom(robot, folder, spoken);
            room.act(act.get(), arguments.value("plugin-site").orElse(""));
            Files.createFile(acted);
            // The start script comes again with the same words, and finds that it was done.
            room.restart(display);
        } else {
            look(robot, folder);
        }
    }

    private void look(Robot robot, Path folder) throws IOException, InterruptedException {
        robot.within(MAIL_WITHIN).find(switcher(Anchors.PERSPECTIVE_INBOX)).click();
        Spoken.waitFor("the demo agency", MAIL_WITHIN, () -> agency.control().isPresent());
        DemoWorld.mail(
                agency.control().orElseThrow(),
                CUSTOMER,
                "Wo bleibt meine Jacke?",
                "Hallo,\n\nkönnt ihr sagen, wann mein Paket kommt?\n\n" + CUSTOMER);
        Found list = robot.within(MAIL_WITHIN).find(By.id("inbox.list"));
        Spoken.row(list, CUSTOMER, MAIL_WITHIN);
        robot.settle();
        seen(
                "card",
                wait(robot, By.textWith("NW-").in(CARD)),
                robot.all(By.textWith("").in(CARD)));
        spoken.shot(robot, folder, "1-card");

        robot.find(By.id("reply.text")).click();
        robot.type("We promise that it arrives by tomorrow at the latest.");
        By marks = By.textWith("").in(By.id("reply.checks"));
        steady(() -> words(robot.all(marks)));
        seen("checks", robot.look(marks).isPresent(), robot.all(marks));
        spoken.shot(robot, folder, "2-checks");
        robot.press("Ctrl+A");
        robot.press("Del");

        robot.find(switcher(Anchors.PERSPECTIVE_REPORTING)).click();
        By section = By.idFrom("section.");
        boolean told = wait(robot, section);
        robot.settle();
        seen("report", told, robot.all(By.textWith("").in(section)));
        robot.look(By.type(Table.class).in(section)).ifPresent(table -> spoken.say("report rows: " + table.rows(10)));
        // It stands below the house's own; the mouse scrolls to it.
        robot.look(section).ifPresent(Found::hover);
        spoken.shot(robot, folder, "3-report");
        robot.find(switcher(Anchors.PERSPECTIVE_INBOX)).click();
    }

    private static By switcher(String perspective) {
        return By.id("switcher." + perspective);
    }

    /** Waits for something that plug-ins bring; it may never come. */
    private static boolean wait(Robot robot, By what) throws InterruptedException {
        long end = System.nanoTime() + TOLD_WITHIN.toNanos();
        Optional<Found> found = robot.look(what);
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(100));
            found = robot.look(what);
        }
        return found.isPresent();
    }

    /** Waits until what is told has not changed for a while: one check is slower than the other. */
    private static void steady(Supplier<String> told) throws InterruptedException {
        long end = System.nanoTime() + TOLD_WITHIN.toNanos();
        String last = told.get();
        long since = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - since < QUIET.toNanos()) {
            Thread.sleep(Duration.ofMillis(100));
            String now = told.get();
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            }
        }
    }

    private void seen(String where, boolean there, List<Found> widgets) {
        spoken.say(where + (there ? " told by plug-ins: " : " not told by plug-ins: ") + words(widgets));
    }

    private static String words(List<Found> widgets) {
        return widgets.stream()
                .map(PluginTour::words)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" | "));
    }

    /** What is drawn has no text; it has what a screen reader says. */
    private static String words(Found widget) {
        String text = widget.text();
        return (text.isBlank() ? widget.name() : text).replace('\n', ' ').strip();
    }
}
