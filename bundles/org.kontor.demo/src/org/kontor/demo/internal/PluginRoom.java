package org.kontor.demo.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.kontor.ui.robot.RobotException;

/** Does in the Plug-ins perspective what a person does there, up to the restart. Speaks the English window. */
final class PluginRoom {
    private static final Duration DONE_WITHIN = Duration.ofSeconds(90);
    private static final String PLUGIN = "Nordwind Outdoor";
    private static final By RESTART = By.name("Restart now");

    private final Robot robot;
    private final Path folder;
    private final Spoken spoken;

    PluginRoom(Robot robot, Path folder, Spoken spoken) {
        this.robot = robot.within(DONE_WITHIN);
        this.folder = folder;
        this.spoken = spoken;
    }

    /** Goes there and does one thing: install (from a site), update, rollback or uninstall. */
    void act(String what, String site) throws InterruptedException {
        robot.find(By.id("switcher." + Anchors.PERSPECTIVE_PLUGINS)).click();
        switch (what) {
            case "install" -> install(site);
            case "update" -> {
                open(PLUGIN);
                robot.find(By.id("plugins.look").enabled()).click();
                press("plugins.update");
            }
            case "rollback" -> {
                open("Earlier states");
                press("plugins.state.back");
            }
            case "uninstall" -> {
                open(PLUGIN);
                press("plugins.uninstall");
            }
            default -> throw new IllegalArgumentException("--plugin-act knows no " + what);
        }
        robot.find(RESTART);
        robot.settle();
        spoken.shot(robot, folder, "0-" + what + "-done");
    }

    private void install(String site) throws InterruptedException {
        open("Sites");
        robot.find(By.id("plugins.site")).enter(site);
        spoken.shot(robot, folder, "0-install-site");
        robot.find(By.id("plugins.site.add").enabled()).click();
        // A new site is asked at once.
        open(PLUGIN);
        robot.find(By.idFrom("plugins.brand.").and(By.name(PLUGIN))).check(true);
        press("plugins.install");
    }

    private void press(String button) {
        Found found = robot.find(By.id(button).enabled());
        robot.settle();
        spoken.shot(robot, folder, "0-before-" + button.substring(button.lastIndexOf('.') + 1));
        found.click();
    }

    /** Clicks on the row that shows some words, as soon as it is there. */
    private void open(String words) throws InterruptedException {
        Found list = robot.find(By.id("plugins.list"));
        Spoken.row(list, words, DONE_WITHIN);
    }

    /** Restarts the workbench and waits until this process has no window any more. */
    void restart(Display display) throws InterruptedException {
        robot.find(RESTART).click();
        By sure = RESTART.in(By.textWith("Restart Kontor"));
        Spoken.waitFor("the restart", DONE_WITHIN, () -> display.isDisposed() || asked(sure));
        Spoken.waitFor("the restart", DONE_WITHIN, display::isDisposed);
    }

    /** Answers the question of whoever has something unsaved; the window may be going meanwhile. */
    private boolean asked(By sure) {
        try {
            return robot.look(sure).map(Found::click).isPresent();
        } catch (RobotException | SWTException gone) {
            return false;
        }
    }
}
