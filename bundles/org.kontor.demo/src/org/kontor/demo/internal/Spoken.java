package org.kontor.demo.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.robot.Found;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.Logger;

/** What every tour does beside its own work: saying on the console what it saw, waiting, taking pictures, ending the workbench. */
final class Spoken {
    private static final int MOST_ROWS = 400;

    private final BundleContext context;
    private final Logger log;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    Spoken(BundleContext context, Logger log) {
        this.context = context;
        this.log = log;
    }

    /** A line for whoever started the tour. */
    void say(String line) {
        out.println("kontor: " + line);
    }

    /** A picture of the whole screen. */
    void shot(Robot robot, Path folder, String name) {
        Path file = folder.resolve(name + ".png");
        robot.screenShot(file);
        say("picture  " + file.getFileName());
    }

    /** Waits on the robot's thread for something that the UI thread must not be asked, such as the store. */
    static void waitFor(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    /** Clicks on the first row of a list that shows some words, as soon as it is there. */
    static void row(Found list, String words, Duration limit) throws InterruptedException {
        waitFor("a row with " + words, limit, () -> at(list, words) >= 0);
        list.clickRow(at(list, words));
    }

    private static int at(Found list, String words) {
        List<List<String>> rows = list.rows(MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).stream().anyMatch(text -> text.contains(words))) {
                return i;
            }
        }
        return -1;
    }

    /** Ends the workbench; with code 1 where the tour failed. */
    void finish(Display display, @Nullable Throwable failure) {
        if (display.isDisposed()) {
            // It is being restarted; what the next start sees counts.
            return;
        }
        if (failure != null) {
            log.error("The tour could not be finished", failure);
            say("The tour could not be finished: " + failure.getMessage());
            Runtime.getRuntime().halt(1);
        }
        display.asyncExec(() -> {
            ServiceReference<IWorkbench> reference = context.getServiceReference(IWorkbench.class);
            if (reference != null) {
                context.getService(reference).close();
            }
        });
    }
}
