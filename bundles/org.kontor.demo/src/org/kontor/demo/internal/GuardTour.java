package org.kontor.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Topics;
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
 * Works beside a plug-in that does all that it should not, with real key and mouse events, for the tests of the samples:
 * {@code --guard-tour DIR}. It reads and answers customers, searches and reports until every contribution of the plug-in is
 * switched off, says what the window tells of it, and then uses its menu item, which never returns; when the watchdog has named
 * it, the process ends at once with code {@value #HELD}, as if somebody had killed it. At a start after that, and in safe mode,
 * it only says what the window shows.
 */
@Component(immediate = true)
@EventTopics(Topics.WINDOW_PAINTED)
public final class GuardTour implements EventHandler {
    /** The window was held and the plug-in named. */
    static final int HELD = 9;

    private static final Duration WITHIN = Duration.ofSeconds(90);
    private static final Duration HANGS = Duration.ofSeconds(3);
    private static final int MOST_ROWS = 400;
    private static final List<String> CUSTOMERS = List.of("Ada Petersen", "Bela Jansen", "Cleo Brandt");
    private static final String LATE_CUSTOMER = "Dora Wulff";
    private static final String BUNDLE = "sample.hostile";
    private static final String SECTION = BUNDLE + ".section.";
    private static final String CHECK = BUNDLE + ".check.";
    private static final String PALETTE = BUNDLE + ".palette.";
    private static final String REPORT = BUNDLE + ".report.";
    private static final List<String> SECTIONS =
            List.of(SECTION + "throws", SECTION + "blocks", SECTION + "slow", SECTION + "floods", SECTION + "acts");
    private static final List<String> CHECKS =
            List.of(CHECK + "throws", CHECK + "blocks", CHECK + "slow", CHECK + "floods");
    private static final List<String> PALETTES =
            List.of(PALETTE + "throws", PALETTE + "floods", BUNDLE + ".internal.Deed$Nameless");
    private static final List<String> REPORTS = List.of(REPORT + "throws", BUNDLE + ".internal.Deed$Placeless");
    private static final String ITEM = "Hold the window";
    private static final By CARD = By.id("inbox.customer");

    private final Arguments arguments;
    private final DemoAgency agency;
    private final Guard guard;
    private final Store store;
    private final Grants grants;
    private final Spoken spoken;
    private boolean begun;

    @Activate
    public GuardTour(
            BundleContext context,
            @Reference Arguments arguments,
            @Reference DemoAgency agency,
            @Reference Guard guard,
            @Reference Store store,
            @Reference Grants grants,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.arguments = arguments;
        this.agency = agency;
        this.guard = guard;
        this.store = store;
        this.grants = grants;
        this.spoken = new Spoken(context, log);
    }

    @Override
    public synchronized void handleEvent(@Nullable Event painted) {
        arguments.value("guard-tour").filter(folder -> !begun).ifPresent(folder -> {
            begun = true;
            Display display = Display.getDefault();
            CompletableFuture<@Nullable Void> end =
                    Robot.start(display, robot -> run(robot, Files.createDirectories(Path.of(folder))));
            end.whenComplete((done, failure) -> spoken.finish(display, failure));
        });
    }

    private void run(Robot robot, Path folder) throws IOException, InterruptedException {
        robot.within(WITHIN).find(switcher(Anchors.PERSPECTIVE_INBOX)).click();
        spoken.say("menus: " + menus(robot));
        if (guard.safeMode() || held().isPresent()) {
            look(robot, folder);
        } else {
            work(robot, folder);
            hold(robot);
        }
    }

    private void look(Robot robot, Path folder) throws InterruptedException {
        Found list = robot.within(WITHIN).find(By.id("inbox.list"));
        Spoken.row(list, CUSTOMERS.getFirst(), WITHIN);
        robot.find(By.id("reply.text"));
        robot.settle();
        if (!guard.safeMode()) {
            robot.find(By.textWith(BUNDLE).in(CARD));
        }
        spoken.say("card: " + words(robot, CARD));
        spoken.shot(robot, folder, "1-inbox");
        plugins(robot, folder, "2-plugins");
    }

    private void work(Robot robot, Path folder) throws IOException, InterruptedException {
        Spoken.waitFor("the demo agency", WITHIN, () -> agency.control().isPresent());
        for (String customer : CUSTOMERS) {
            write(customer);
        }
        Found list = robot.within(WITHIN).find(By.id("inbox.list"));
        for (int i = 0; i < CUSTOMERS.size(); i++) {
            arrived(robot, list, CUSTOMERS.get(i));
            Spoken.row(list, CUSTOMERS.get(i), WITHIN);
            faults(SECTIONS, i + 1);
        }
        robot.within(WITHIN).find(By.textWith("Spied").in(CARD));
        switchedOff(robot, CARD, SECTIONS.size());
        robot.settle();
        spoken.say("card: " + words(robot, CARD));
        spoken.shot(robot, folder, "1-card");
        answer(robot, folder);
        search(robot, folder);
        report(robot, folder);
        plugins(robot, folder, "5-plugins");
        robot.find(switcher(Anchors.PERSPECTIVE_INBOX)).click();
        write(LATE_CUSTOMER);
        arrived(robot, list, LATE_CUSTOMER);
        robot.settle();
        spoken.say("arrived after all that: " + LATE_CUSTOMER);
        spoken.shot(robot, folder, "6-inbox");
    }

    private static void arrived(Robot robot, Found list, String customer) throws InterruptedException {
        Spoken.waitFor("a row with " + customer, WITHIN, () -> {
            // Who reads further down is not disturbed by what is new; it is offered.
            robot.look(By.id("inbox.fresh")).ifPresent(Found::click);
            return list.rows(MOST_ROWS).stream()
                    .anyMatch(row -> String.join(" ", row).contains(customer));
        });
    }

    private void write(String customer) throws IOException, InterruptedException {
        DemoWorld.mail(
                agency.control().orElseThrow(),
                customer,
                "Wo bleibt meine Jacke?",
                "Hallo,\n\nkönnt ihr sagen, wann mein Paket kommt?\n\n" + customer);
    }

    private void answer(Robot robot, Path folder) throws InterruptedException {
        robot.find(By.id("reply.text")).click();
        String[] words = {"Thank you for writing. ", "We are looking into it. ", "You will hear from us today."};
        for (int i = 0; i < words.length; i++) {
            robot.type(words[i]);
            faults(CHECKS, i + 1);
        }
        By checks = By.id("reply.checks");
        switchedOff(robot, checks, CHECKS.size());
        robot.settle();
        spoken.say("checks: " + words(robot, checks));
        spoken.shot(robot, folder, "2-checks");
        long before = Outgoing.sent(store, grants);
        robot.press("Ctrl+Enter");
        Spoken.waitFor("the reply to be sent", WITHIN, () -> Outgoing.sent(store, grants) > before);
        spoken.say("answered " + (Outgoing.sent(store, grants) - before));
    }

    private void search(Robot robot, Path folder) throws InterruptedException {
        robot.press("Ctrl+K");
        Found rows = robot.find(By.id("palette.rows"));
        String[] letters = {"r", "e", "p"};
        for (int i = 0; i < letters.length; i++) {
            robot.type(letters[i]);
            faults(PALETTES, i + 1);
        }
        robot.settle();
        spoken.say("palette: " + rows.rows(20));
        spoken.shot(robot, folder, "3-palette");
        robot.press("Esc");
        robot.gone(By.id("palette.rows"));
    }

    private void report(Robot robot, Path folder) throws InterruptedException {
        robot.find(switcher(Anchors.PERSPECTIVE_REPORTING)).click();
        faults(REPORTS, 1);
        String[] ranges = {"Last 30 days", "Last 90 days"};
        for (int i = 0; i < ranges.length; i++) {
            robot.find(By.id("top.range")).click();
            robot.contextMenu(ranges[i]);
            faults(REPORTS, i + 2);
        }
        By section = By.idFrom("section.");
        robot.within(WITHIN).find(section);
        robot.settle();
        spoken.say("report: " + words(robot, section));
        robot.look(section).ifPresent(Found::hover);
        spoken.shot(robot, folder, "4-report");
    }

    private void plugins(Robot robot, Path folder, String name) throws InterruptedException {
        robot.find(switcher(Anchors.PERSPECTIVE_PLUGINS)).click();
        Spoken.row(robot.within(WITHIN).find(By.id("plugins.list")), "Hostile", WITHIN);
        robot.within(WITHIN).find(By.id("plugins.uninstall"));
        robot.settle();
        robot.look(By.id("plugins.safe")).ifPresent(safe -> spoken.say("safe: " + words(robot, By.id("plugins.safe"))));
        spoken.say("troubles: " + words(robot, By.id("plugins.trouble")));
        spoken.shot(robot, folder, name);
    }

    /** Uses the menu item that never returns, waits until the guard knows whose it is, and ends without another word. */
    private void hold(Robot robot) throws InterruptedException {
        try {
            robot.within(HANGS).menu("Help", ITEM);
        } catch (RobotException stuck) {
            spoken.say("the window hangs");
        }
        Spoken.waitFor("the watchdog", WITHIN, () -> held().isPresent());
        spoken.say("held by " + held().map(Trouble::contribution).orElseThrow().bundle() + ": "
                + held().orElseThrow().detail());
        Runtime.getRuntime().halt(HELD);
    }

    private Optional<Trouble> held() {
        return guard.troubles().stream()
                .filter(trouble -> trouble.reason() == Trouble.Reason.BLOCKED_WINDOW)
                .findFirst();
    }

    /** Waits until each of some contributions has failed so often in a row. */
    private void faults(List<String> ids, int times) throws InterruptedException {
        Spoken.waitFor(
                ids + " to fail " + times + " times",
                WITHIN,
                () -> ids.stream()
                        .allMatch(id -> guard.troubles().stream()
                                .anyMatch(trouble ->
                                        trouble.contribution().id().equals(id) && trouble.faults() >= times)));
    }

    /** Waits until the window says of so many contributions that they are switched off. */
    private static void switchedOff(Robot robot, By place, int many) throws InterruptedException {
        Spoken.waitFor(
                many + " switched off in " + place,
                WITHIN,
                () -> words(robot, place).split("switched off", -1).length > many);
    }

    private static By switcher(String perspective) {
        return By.id("switcher." + perspective);
    }

    private static String words(Robot robot, By place) {
        return robot.all(By.textWith("").in(place)).stream()
                .map(found -> found.text().isBlank() ? found.name() : found.text())
                .map(text -> text.replace('\n', ' ').strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    /** What the menu bar holds. */
    private static String menus(Robot robot) {
        Found window = robot.find(By.type(Shell.class));
        List<String> texts = new ArrayList<>();
        window.ask(Shell.class, shell -> {
            collect(shell.getMenuBar(), texts);
            return true;
        });
        return String.join(", ", texts);
    }

    private static void collect(@Nullable Menu menu, List<String> texts) {
        if (menu != null) {
            // A menu is filled when it is about to be shown.
            menu.notifyListeners(SWT.Show, new org.eclipse.swt.widgets.Event());
            for (MenuItem item : menu.getItems()) {
                texts.add(item.getText().replace("&", ""));
                collect(item.getMenu(), texts);
            }
            menu.notifyListeners(SWT.Hide, new org.eclipse.swt.widgets.Event());
        }
    }
}
