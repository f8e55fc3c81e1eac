package org.kontor.ui.plugins.internal.view;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.store.UiThread;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.plugins.internal.model.FakePlugins;
import org.kontor.ui.plugins.internal.model.Messages;
import org.kontor.ui.plugins.internal.model.PluginsModel;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.FrameworkUtil;

/** The perspective in a window of its own, over plug-ins in memory, with the product's themes and jobs. */
final class PluginsWindow implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "shots");

    final Messages messages;
    final PluginsModel model;
    /** How often a restart was asked for. */
    final AtomicInteger restarts = new AtomicInteger();

    private final Locale before = Locale.getDefault();
    private final Display display = Display.getDefault();
    private final Shell shell;
    private final String name;

    PluginsWindow(FakePlugins plugins, Locale language, ThemeChoice theme) {
        Components.start(FrameworkUtil.getBundle(PluginsView.class).getBundleContext());
        Locale.setDefault(language);
        UiThread.claim();
        name = language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
        messages = Messages.of(language);
        Times times = Times.of(language, ZoneId.of("Europe/Berlin"), InstantSource.system());
        shell = new Shell(display);
        shell.setText("Kontor");
        shell.setLayout(new FillLayout());
        shell.setSize(1280, 820);
        service(Themes.class).choose(theme);
        model = new PluginsModel(plugins.services(service(Work.class)), messages);
        PluginsView view = new PluginsView(
                shell, new Desk(service(Look.class), messages, times), model, restarts::incrementAndGet);
        shell.open();
        view.focus();
        model.reload();
    }

    /** Lets a robot work in the window. */
    void play(Robot.Script script) {
        Robot.play(display, script);
    }

    /** Keeps a picture of the window. */
    void shot(Robot robot, String what) {
        robot.settle();
        robot.shot(SHOTS.resolve(what + "-" + name + ".png"));
    }

    /** What no screen reader could name. */
    List<String> unnamed(Robot robot) {
        return robot.ask(() -> AccessibilityCheck.unnamed(shell));
    }

    private static <T> T service(Class<T> type) {
        return Components.service(FrameworkUtil.getBundle(PluginsView.class).getBundleContext(), type);
    }

    @Override
    public void close() {
        shell.dispose();
        model.close();
        UiThread.release();
        Locale.setDefault(before);
    }
}
