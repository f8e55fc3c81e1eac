package org.kontor.ui.help.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.ui.internal.workbench.E4Workbench;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.UiThread;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** A window of the platform with two bare perspectives and the fragment of the help: keys, handlers and windows are real. */
final class HelpWindow {
    private static final long PATIENCE_SECONDS = 120;

    private final BundleContext bundles =
            FrameworkUtil.getBundle(HelpWindow.class).getBundleContext();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Locale language;
    private final ThemeChoice theme;
    private @Nullable E4Workbench workbench;

    HelpWindow(Locale language, ThemeChoice theme) {
        this.language = language;
        this.theme = theme;
    }

    /** What a test does in the window; runs on the robot's thread. */
    interface Script {
        void play(Robot robot, HelpWindow window) throws Exception;
    }

    /** Opens the window, plays, and closes it. */
    void play(Script script) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(language);
        Display display = Display.getDefault();
        Components.start(bundles);
        UiThread.claim();
        LogReaderService log = service(LogReaderService.class);
        LogListener listener = this::logged;
        log.addLogListener(listener);
        try {
            Themes themes = service(Themes.class);
            themes.choose(theme);
            System.setProperty(E4Application.THEME_ID, themes.active().id());
            E4Workbench opened = new E4Application().createE4Workbench(new Arguments(), display);
            workbench = opened;
            CompletableFuture<@Nullable Void> end = Robot.start(display, robot -> {
                try {
                    script.play(robot, this);
                } catch (Exception | AssertionError failed) {
                    robot.screenShot(shots().resolve("failed-" + language + ".png"));
                    throw failed;
                } finally {
                    display.asyncExec(opened::close);
                }
            });
            opened.createAndRunUI(opened.getApplication());
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(faults).as("what was logged as an error").isEmpty();
        } finally {
            log.removeLogListener(listener);
            UiThread.release();
            Locale.setDefault(before);
            for (Shell shell : display.getShells()) {
                shell.dispose();
            }
            // The platform listens to shells for as long as the process lives, so its context has to live on, too.
        }
    }

    /** Where pictures are kept. */
    static Path shots() throws IOException {
        return Files.createDirectories(Path.of("target", "shots"));
    }

    /** Brings a perspective to the front; on the UI thread. */
    void show(String perspective) {
        E4Workbench opened = workbench;
        if (opened == null) {
            throw new IllegalStateException("no window");
        }
        MApplication application = (MApplication) opened.getApplication();
        EModelService models = application.getContext().get(EModelService.class);
        List<MPerspective> found = models.findElements(application, perspective, MPerspective.class);
        // The window's own service: the application's knows no window before one was active.
        application
                .getChildren()
                .getFirst()
                .getContext()
                .get(EPartService.class)
                .switchPerspective(found.getFirst());
    }

    private void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            faults.add(entry.getMessage() + " " + entry.getException());
        }
    }

    /** A service of the house. */
    <S> S service(Class<S> type) {
        return Components.service(bundles, type);
    }

    /** The bundles around the test. */
    BundleContext bundles() {
        return bundles;
    }

    /** The command line that the platform would have. */
    private static final class Arguments implements IApplicationContext {
        @Override
        public Map<?, ?> getArguments() {
            return Map.of(APPLICATION_ARGS, new String[] {
                "-applicationXMI",
                "org.kontor.ui.help/Application.e4xmi",
                "-clearPersistedState",
                "-persistState",
                "false"
            });
        }

        @Override
        public void applicationRunning() {
            // nobody waits for it
        }

        @Override
        public String getBrandingApplication() {
            return "org.eclipse.e4.ui.workbench.swt.E4Application";
        }

        @Override
        public String getBrandingName() {
            return "Kontor";
        }

        @Override
        public String getBrandingDescription() {
            return "Kontor";
        }

        @Override
        public String getBrandingId() {
            return "org.kontor.ui.help.tests";
        }

        @Override
        public @Nullable String getBrandingProperty(@Nullable String key) {
            return null;
        }

        @Override
        public Bundle getBrandingBundle() {
            return FrameworkUtil.getBundle(HelpWindow.class);
        }

        @Override
        public void setResult(@Nullable Object result, @Nullable IApplication application) {
            // nobody asks for it
        }
    }
}
