package org.kontor.ui.setup.internal.view;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.UiThread;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.common.access.AccessibilityCheck;
import org.kontor.ui.common.fault.FaultTexts;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.robot.Components;
import org.kontor.ui.robot.Robot;
import org.kontor.ui.setup.internal.model.FakeHouse;
import org.kontor.ui.setup.internal.model.Messages;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.SetupModel;
import org.kontor.ui.setup.internal.model.SetupServices;
import org.kontor.ui.setup.internal.wizard.NewAccountDialog;
import org.osgi.framework.FrameworkUtil;

/** The perspective in a window of its own, over a house in memory, with the product's themes and jobs. */
final class SetupWindow implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "shots");

    final FakeHouse house;
    final Messages messages;
    final SetupModel model;
    /** What was opened elsewhere. */
    final List<AuditSubject> opened = new ArrayList<>();

    private final Locale before = Locale.getDefault();
    private final Display display = Display.getDefault();
    private final Shell shell;
    private final String name;
    private final Desk desk;
    private final SetupServices services;
    private final FaultTexts faults;

    SetupWindow(FakeHouse house, Locale language, ThemeChoice theme) {
        this.house = house;
        Components.start(FrameworkUtil.getBundle(SetupView.class).getBundleContext());
        Locale.setDefault(language);
        UiThread.claim();
        name = language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
        messages = Messages.of(language);
        Times times = Times.of(language, ZoneId.of("Europe/Berlin"), InstantSource.system());
        faults = FaultTexts.of(language, times);
        desk = new Desk(service(Look.class), messages, times, service(FileChooser.class));
        services = house.services(service(Work.class));
        shell = new Shell(display);
        shell.setText("Kontor");
        shell.setLayout(new FillLayout());
        shell.setSize(1280, 820);
        service(Themes.class).choose(theme);
        model = new SetupModel(services, messages, faults, times, InstantSource.system());
        SetupView view = new SetupView(shell, desk, model, InstantSource.system(), new SetupView.Ways() {
            @Override
            public void addBrand() {
                open(null, true);
            }

            @Override
            public void addAccount(BrandId brand) {
                open(brand, false);
            }

            @Override
            public void show(BrandId brand, AuditSubject subject) {
                opened.add(subject);
            }
        });
        shell.open();
        view.focus();
        model.reload();
    }

    /** Lets a robot work in the window. A dialog that a failed script leaves open would wait for ever. */
    void play(Robot.Script script) {
        Robot.play(display, robot -> {
            try {
                script.run(robot);
            } finally {
                robot.run(this::closeDialogs);
            }
        });
    }

    private void closeDialogs() {
        for (Shell each : display.getShells()) {
            if (each != shell && !each.isDisposed()) {
                each.dispose();
            }
        }
    }

    /** Keeps a picture of the window in front. */
    void shot(Robot robot, String what) {
        robot.settle();
        robot.shot(SHOTS.resolve(what + "-" + name + ".png"));
    }

    /** What no screen reader could name, in the window that is in front. */
    List<String> unnamed(Robot robot) {
        return robot.ask(() -> {
            Shell front = display.getActiveShell();
            return AccessibilityCheck.unnamed(front == null ? shell : front);
        });
    }

    private void open(@Nullable BrandId brand, boolean fresh) {
        NewAccountModel wizard =
                new NewAccountModel(services, messages, faults, InstantSource.system(), ZoneId.of("Europe/Berlin"));
        NewAccountDialog dialog = new NewAccountDialog(shell, desk, wizard);
        wizard.load(brand, fresh);
        dialog.open();
        dialog.created().ifPresent(made -> {
            model.select(new Node.OfAccount(made.account().id()));
            model.reload();
        });
    }

    private static <T> T service(Class<T> type) {
        return Components.service(FrameworkUtil.getBundle(SetupView.class).getBundleContext(), type);
    }

    @Override
    public void close() {
        shell.dispose();
        model.close();
        UiThread.release();
        Locale.setDefault(before);
    }
}
