package org.kontor.app.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;

/** Saves a picture of every perspective in both themes, then ends. */
final class Shots {
    /** Time for a view to read and paint before its picture is taken. */
    private static final int SETTLE_MS = 1_500;

    private record Step(MPerspectiveStack stack, MPerspective perspective, ThemeChoice theme) {}

    private final EPartService parts;
    private final Shell shell;
    private final Path folder;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Job> writing = new ArrayList<>();
    private final Themes themes;
    private int number;

    Shots(MApplication application, EModelService models, EPartService parts, Themes themes, Shell shell, Path folder) {
        this.parts = parts;
        this.themes = themes;
        this.shell = shell;
        this.folder = folder;
        for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
            models.findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class)
                    .forEach(stack -> stack.getChildren().stream()
                            .filter(MPerspective::isToBeRendered)
                            .forEach(each -> steps.add(new Step(stack, each, theme))));
        }
    }

    void run(Runnable after) {
        Step step = steps.poll();
        if (step == null) {
            whenWritten(after);
            return;
        }
        if (themes.choice() != step.theme()) {
            themes.choose(step.theme());
        }
        parts.switchPerspective(step.perspective());
        shell.getDisplay().timerExec(SETTLE_MS, () -> {
            save(step);
            run(after);
        });
    }

    private void save(Step step) {
        Display display = shell.getDisplay();
        Rectangle area = shell.getBounds();
        GC gc = new GC(display);
        Image image = new Image(display, area.width, area.height);
        gc.copyArea(image, area.x, area.y);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        String id = step.perspective().getElementId();
        String name = "%02d-%s-%s.png"
                .formatted(
                        ++number,
                        id.substring(id.lastIndexOf('.') + 1),
                        step.theme().name().toLowerCase(Locale.ROOT));
        Job job = Job.create("kontor picture", (ICoreRunnable) monitor -> write(data, name));
        writing.add(job);
        job.schedule();
    }

    private void whenWritten(Runnable after) {
        ICoreRunnable last = monitor -> {
            writing.forEach(Shots::join);
            shell.getDisplay().asyncExec(after);
        };
        Job.create("kontor pictures", last).schedule();
    }

    private static void join(Job job) {
        try {
            job.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(ImageData data, String name) {
        try {
            Files.createDirectories(folder);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {data};
            loader.save(folder.resolve(name).toString(), SWT.IMAGE_PNG);
            Console.say("picture " + folder.resolve(name));
        } catch (IOException | org.eclipse.swt.SWTException e) {
            Console.complain("picture " + name + " cannot be saved: " + e);
        }
    }
}
