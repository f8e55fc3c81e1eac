package org.kontor.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Topics;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.kontor.ui.robot.RobotException;
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
 * Does the main job by itself with real key and mouse events, for {@code ./kontor --shots DIR}: waits for customers, opens a
 * conversation, answers it, looks at every perspective in light and dark, saves a picture of each, prints what arrived, was
 * answered and is open, and ends the workbench. Ends with code 1 when a step fails or a text is cut off.
 */
@Component(immediate = true)
@EventTopics(Topics.WINDOW_PAINTED)
public final class Tour implements EventHandler {
    private static final Duration CUSTOMERS_WITHIN = Duration.ofSeconds(90);
    private static final Duration SENT_WITHIN = Duration.ofSeconds(60);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    /** Below Kontor itself and a heading, in a list that begins with another. */
    private static final int FIRST_OFFERED = 3;

    private static final By SWITCHER = By.idFrom("switcher.");
    private static final String INBOX = "switcher." + Anchors.PERSPECTIVE_INBOX;

    private final Arguments arguments;
    private final Store store;
    private final Grants grants;
    private final DemoAgency agency;
    private final Themes themes;
    private final Spoken spoken;
    private final List<String> cutOff = new ArrayList<>();
    private boolean begun;

    @Activate
    public Tour(
            BundleContext context,
            @Reference Arguments arguments,
            @Reference Store store,
            @Reference Grants grants,
            @Reference DemoAgency agency,
            @Reference Themes themes,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.arguments = arguments;
        this.store = store;
        this.grants = grants;
        this.agency = agency;
        this.themes = themes;
        this.spoken = new Spoken(context, log);
    }

    @Override
    public synchronized void handleEvent(@Nullable Event painted) {
        arguments.value("tour").filter(folder -> !begun).ifPresent(folder -> {
            begun = true;
            Display display = Display.getDefault();
            CompletableFuture<@Nullable Void> end =
                    Robot.start(display, robot -> run(robot, Files.createDirectories(Path.of(folder))));
            end.whenComplete((done, failure) -> spoken.finish(display, failure));
        });
    }

    private void run(Robot robot, Path folder) throws IOException, InterruptedException {
        // A start shows what was left, which may be another perspective.
        robot.within(CUSTOMERS_WITHIN).find(By.id(INBOX)).click();
        TourCases cases = new TourCases(robot, spoken);
        cases.sayWhatIsOpen();
        robot.find(By.id(INBOX)).click();
        Found list = robot.within(CUSTOMERS_WITHIN).find(By.id("inbox.list"));
        Spoken.waitFor("customers in the inbox", CUSTOMERS_WITHIN, () -> list.rowCount() > 2);
        robot.settle();
        spoken.shot(robot, folder, "1-inbox");
        list.clickRow(0);
        Found reply = robot.find(By.id("reply.text"));
        spoken.shot(robot, folder, "2-conversation");
        reply.click();
        robot.type(
                Locale.getDefault().getLanguage().equals("de")
                        ? "Vielen Dank für die Nachricht! Wir sehen uns das gleich an und melden uns noch heute."
                        : "Thank you for writing! We are looking into it and will be back to you today.");
        spoken.shot(robot, folder, "3-reply");
        long before = sent();
        robot.press("Ctrl+Enter");
        Spoken.waitFor("the reply to be sent", SENT_WITHIN, () -> sent() > before);
        robot.settle();
        spoken.shot(robot, folder, "4-sent");
        openCase(robot);
        TourRange.choose(robot);
        openPlugin(robot);
        filled(robot, Anchors.PERSPECTIVE_SETUP, "setup.list");
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            robot.run(() -> themes.choose(theme));
            perspectives(robot, folder, theme.name().toLowerCase(Locale.ROOT));
            manual(robot, folder, theme.name().toLowerCase(Locale.ROOT));
            palette(robot, folder, theme.name().toLowerCase(Locale.ROOT));
        }
        // Last, so that this one is in front at the next start.
        cases.escalate();
        figures();
        if (!cutOff.isEmpty()) {
            throw new IllegalStateException("cut off: " + String.join("; ", cutOff));
        }
    }

    /** Opens the first case of the board, so that its editor is seen. */
    private static void openCase(Robot robot) throws InterruptedException {
        Found board = filled(robot, Anchors.PERSPECTIVE_ESCALATIONS, "board.list");
        opened(robot, () -> board.clickRow(0), "case.title");
    }

    /** Opens the plug-in that the demo offers, if it offers one, so that its page is seen. */
    private static void openPlugin(Robot robot) throws InterruptedException {
        Found list = filled(robot, Anchors.PERSPECTIVE_PLUGINS, "plugins.list");
        Found look = robot.find(By.id("plugins.look"));
        if (look.enabled()) {
            int before = list.rowCount();
            look.click();
            Spoken.waitFor("what the demo offers", CUSTOMERS_WITHIN, () -> list.rowCount() > before);
            robot.settle();
            list.clickRow(FIRST_OFFERED);
        }
    }

    /**
     * Does what opens something, and does it again where nothing opened, as a person would: what moves under the pointer while a
     * list is filled takes a click with it.
     */
    private static Found opened(Robot robot, Runnable open, String id) {
        for (int tried = 1; tried < TRIES; tried++) {
            open.run();
            try {
                return robot.within(TRY_AGAIN).find(By.id(id));
            } catch (RobotException e) {
                robot.settle();
            }
        }
        open.run();
        return robot.find(By.id(id));
    }

    /** Goes to a perspective and waits until its list has rows: what is read in the background comes after it. */
    private static Found filled(Robot robot, String perspective, String id) throws InterruptedException {
        Found list =
                opened(robot, () -> robot.find(By.id("switcher." + perspective)).click(), id);
        Spoken.waitFor("rows in " + id, CUSTOMERS_WITHIN, () -> list.rowCount() > 0);
        return list;
    }

    /** Looks at every perspective that the switcher offers, whichever bundle brought it. */
    private void perspectives(Robot robot, Path folder, String theme) {
        List<String> buttons = robot.all(SWITCHER).stream().map(Found::id).toList();
        for (String button : buttons) {
            robot.find(By.id(button)).click();
            robot.settle();
            String name = button.substring(button.lastIndexOf('.') + 1);
            look(robot, folder, "5-" + name + "-" + theme);
        }
        robot.find(By.id(INBOX)).click();
    }

    /** Opens the manual with F1, as anybody would who does not know what to do. */
    private void manual(Robot robot, Path folder, String theme) {
        robot.settle();
        opened(robot, () -> robot.press("F1"), "manual.page");
        look(robot, folder, "6-manual-" + theme);
        robot.press("Esc");
        robot.gone(By.id("manual.page"));
    }

    /** Opens the command palette, which finds everything, and leaves it again. */
    private void palette(Robot robot, Path folder, String theme) {
        opened(robot, () -> robot.press("Ctrl+K"), "palette.rows");
        look(robot, folder, "7-palette-" + theme);
        robot.press("Esc");
        robot.gone(By.id("palette.rows"));
    }

    /** Takes a picture and looks whether all can be read, by eyes and by a screen reader. */
    private void look(Robot robot, Path folder, String name) {
        spoken.shot(robot, folder, name);
        List<String> nameless = robot.nameless();
        if (!nameless.isEmpty()) {
            throw new IllegalStateException("a screen reader cannot name in " + name + ": " + nameless);
        }
        for (String each : robot.clipped()) {
            spoken.say("cut off  " + name + ": " + each);
            cutOff.add(name + ": " + each);
        }
    }

    private long sent() {
        return Outgoing.sent(store, grants);
    }

    private void figures() {
        Instant now = Instant.now();
        EventBalance seen = store.read(
                grants.current(),
                rows -> rows.eventBalance(now.minus(Duration.ofDays(60)), now.plus(Duration.ofDays(1))));
        long open = store.read(grants.current(), rows ->
                (long) rows.index(InboxQuery.of(Queue.UNANSWERED), 100_000).size());
        spoken.say(
                "arrived  " + seen.seen() + " events " + seen.outcomes() + (seen.holds() ? "" : " (DOES NOT BALANCE)"));
        spoken.say("answered " + sent());
        spoken.say("open     " + open);
        agency.control().ifPresent(control -> sayCounts(DemoWorld.counts(control)));
    }

    /** A line for each account: what its customers wrote and have read. */
    private void sayCounts(Map<?, ?> counts) {
        if (counts.get("counts") instanceof List<?> accounts) {
            for (Object each : accounts) {
                if (each instanceof Map<?, ?> account) {
                    spoken.say("server   " + account.get("brand") + " " + account.get("channel") + ": "
                            + account.get("history") + " earlier, " + account.get("written") + " written now, "
                            + account.get("answers") + " answers, " + account.get("seen") + " of them seen, "
                            + account.get("duplicates") + " twice");
                }
            }
        }
    }
}
