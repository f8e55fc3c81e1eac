package org.kontor.ui.reporting.internal.view;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.report.Reports;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.reporting.internal.model.Messages;
import org.kontor.ui.reporting.internal.model.ReportingModel;
import org.kontor.ui.reporting.internal.model.ReportingServices;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The perspective in a window of its own, over a real store and the product's report service, themes and jobs. */
final class ReportingWindow implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "shots");

    final ReportingModel model;
    /** The conversations that were asked to be shown in the inbox. */
    final List<ConversationRef> opened = new ArrayList<>();

    /** Who answers where a file is to be saved. */
    final AnsweredFiles files = new AnsweredFiles();

    private final BundleContext bundles =
            FrameworkUtil.getBundle(ReportingView.class).getBundleContext();
    private final Locale before = Locale.getDefault();
    private final Display display = Display.getDefault();
    private final ServiceRegistration<Store> registration;
    private final Shell shell;
    private final String name;

    ReportingWindow(SeededHouse house, Locale language, ThemeChoice theme) {
        Components.start(bundles);
        registration = bundles.registerService(Store.class, house.store, null);
        Locale.setDefault(language);
        UiThread.claim();
        name = language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
        Messages messages = Messages.of(language);
        Times times = Times.of(language, ZoneId.of("Europe/Berlin"), InstantSource.system());
        shell = new Shell(display);
        shell.setText("Kontor");
        shell.setLayout(new FillLayout());
        shell.setSize(1360, 860);
        service(Themes.class).choose(theme);
        model = new ReportingModel(
                new ReportingServices(service(Reports.class), house.store, house, service(Work.class)), messages);
        Desk desk = new Desk(service(Look.class), messages, times, files);
        ReportingView view = new ReportingView(shell, desk, model, opened::add);
        shell.open();
        view.focus();
        model.reload();
    }

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

    @Override
    public void close() {
        shell.dispose();
        model.close();
        registration.unregister();
        UiThread.release();
        Locale.setDefault(before);
    }

    private <T> T service(Class<T> type) {
        return Components.service(bundles, type);
    }
}
