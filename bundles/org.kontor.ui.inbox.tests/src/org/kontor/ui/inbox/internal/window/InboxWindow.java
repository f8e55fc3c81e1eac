package org.kontor.ui.inbox.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.internal.workbench.E4Workbench;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Drafts;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Reading;
import org.kontor.api.desk.Replies;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.inbox.internal.fake.FakeHouse;
import org.kontor.ui.inbox.internal.fake.FakeStates;
import org.kontor.ui.inbox.internal.model.Services;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * A window of the platform with nothing in it but the inbox's own fragment, over a house in memory: keys, handlers,
 * injection and panes are the real ones.
 */
final class InboxWindow {
    private static final long PATIENCE_SECONDS = 120;

    private final Map<Class<?>, Object> services;
    private final BundleContext bundles =
            FrameworkUtil.getBundle(InboxWindow.class).getBundleContext();
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private @Nullable E4Workbench workbench;
    private @Nullable Loop loop;
    private Locale language = Locale.ENGLISH;

    InboxWindow(FakeHouse house) {
        this(all(house.services()));
    }

    /** A window over what is installed and these services. */
    InboxWindow(Map<Class<?>, Object> services) {
        this.services = services;
    }

    private static Map<Class<?>, Object> all(Services services) {
        Map<Class<?>, Object> all = new HashMap<>(Map.of(
                Store.class, services.store(),
                Grants.class, services.grants(),
                InboxActions.class, services.actions(),
                Reading.class, services.reading(),
                Replies.class, services.replies(),
                Drafts.class, services.drafts(),
                Connectors.class, services.connectors(),
                Runner.class, services.runner(),
                Guard.class, services.plugins().guard(),
                PluginBrands.class, services.plugins().brands()));
        all.put(ViewStates.class, new FakeStates());
        return all;
    }

    /** Opens in another language. */
    InboxWindow in(Locale wanted) {
        language = wanted;
        return this;
    }

    /** An event loop in the place of the platform's, which has to be told when the play is over. */
    interface Loop extends IEventLoopAdvisor {
        /** Gives the loop back; on the UI thread. */
        void end();
    }

    /** Lets another loop than the platform's take the events. */
    void loop(Loop other) {
        loop = other;
    }

    /** Starts what is installed and registers the services; playing does it too. */
    void furnish() throws BundleException {
        if (registered.isEmpty()) {
            Components.start(bundles);
            Dictionary<String, Object> ranking = new Hashtable<>(Map.of("service.ranking", 1_000));
            // The runner, which only we bring, comes last: the inbox takes its services when it is there, ours before
            // others.
            services.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey() == Runner.class))
                    .forEach(entry -> registered.add(
                            bundles.registerService(entry.getKey().getName(), entry.getValue(), ranking)));
        }
    }

    /** What a test does in the window; runs on the robot's thread. */
    interface Script {
        void play(Robot robot, InboxWindow window) throws Exception;
    }

    /** Opens the window, plays, and closes it. */
    void play(Script script) throws Exception {
        Locale.setDefault(language);
        faults.clear();
        Display display = Display.getDefault();
        furnish();
        UiThread.claim();
        LogReaderService log = service(LogReaderService.class);
        LogListener listener = this::logged;
        log.addLogListener(listener);
        try {
            Themes themes = service(Themes.class);
            themes.choose(ThemeChoice.LIGHT);
            System.setProperty(E4Application.THEME_ID, themes.active().id());
            E4Workbench opened = new E4Application().createE4Workbench(new Arguments(), display);
            workbench = opened;
            Loop taken = loop;
            if (taken != null) {
                opened.getContext().set(IEventLoopAdvisor.class, taken);
            }
            CompletableFuture<@Nullable Void> end = Robot.start(display, robot -> {
                try {
                    script.play(robot, this);
                } catch (Exception | AssertionError failed) {
                    robot.screenShot(shots().resolve("failed-" + System.currentTimeMillis() + ".png"));
                    throw failed;
                } finally {
                    display.asyncExec(() -> {
                        if (taken != null) {
                            taken.end();
                        }
                        opened.close();
                    });
                }
            });
            opened.createAndRunUI(opened.getApplication());
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(faults).as("what was logged as an error").isEmpty();
        } finally {
            log.removeLogListener(listener);
            UiThread.release();
            registered.forEach(ServiceRegistration::unregister);
            registered.clear();
            for (Shell shell : display.getShells()) {
                shell.dispose();
            }
            E4Workbench opened = workbench;
            if (opened != null) {
                // The platform lives once in a process: what its add-ons hear must not outlive their window.
                opened.getContext().dispose();
            }
        }
    }

    /** Where pictures are kept. */
    static Path shots() throws IOException {
        return Files.createDirectories(Path.of("target", "shots"));
    }

    /** The application's model; on the UI thread. */
    MApplication application() {
        E4Workbench opened = workbench;
        if (opened == null) {
            throw new IllegalStateException("no window");
        }
        return (MApplication) opened.getApplication();
    }

    /** Posts to the window's parts. */
    void post(String topic, Object data) {
        application().getContext().get(IEventBroker.class).post(topic, data);
    }

    private void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            StringWriter trace = new StringWriter();
            Throwable why = entry.getException();
            if (why != null) {
                why.printStackTrace(new PrintWriter(trace));
            }
            faults.add(entry.getMessage() + "\n" + trace);
        }
    }

    /** A service of the house. */
    <S> S service(Class<S> type) {
        return Components.service(bundles, type);
    }

    /** The command line that the platform would have. */
    private static final class Arguments implements IApplicationContext {
        @Override
        public Map<?, ?> getArguments() {
            return Map.of(APPLICATION_ARGS, new String[] {
                "-applicationXMI",
                "org.kontor.ui.inbox/Application.e4xmi",
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
            return "Inbox";
        }

        @Override
        public String getBrandingDescription() {
            return "Inbox";
        }

        @Override
        public String getBrandingId() {
            return "org.kontor.ui.inbox.tests";
        }

        @Override
        public @Nullable String getBrandingProperty(@Nullable String key) {
            return null;
        }

        @Override
        public Bundle getBrandingBundle() {
            return FrameworkUtil.getBundle(InboxWindow.class);
        }

        @Override
        public void setResult(@Nullable Object result, @Nullable IApplication application) {
            // nobody asks for it
        }
    }
}
