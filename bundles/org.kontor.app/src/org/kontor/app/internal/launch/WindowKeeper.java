package org.kontor.app.internal.launch;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.dialog.CloseGuard;
import org.kontor.app.internal.model.Frame;
import org.kontor.app.internal.model.Settings;
import org.kontor.app.internal.model.WindowState;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Topics;
import org.kontor.ui.api.theme.Themes;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;

/** Looks after the window while it is open: smallest size, closing, raising, and remembering how it stands. */
public final class WindowKeeper {
    private static final int SETTLE_MS = 400;

    private final MApplication application;
    private final EModelService models;
    private final Settings settings;
    private final Arguments arguments;
    private final Display display;
    private final Settling settling;
    private final Runnable remember = this::remember;
    private @Nullable Shell shell;

    @Inject
    WindowKeeper(
            MApplication application,
            EModelService models,
            Settings settings,
            @Optional @Nullable Arguments arguments,
            Display display) {
        this.application = application;
        this.models = models;
        this.settings = settings;
        this.arguments = arguments == null ? Arguments.parse(java.util.List.of()) : arguments;
        this.display = display;
        settling = new Settling(FrameworkUtil.getBundle(WindowKeeper.class).getBundleContext());
    }

    @Inject
    @Optional
    void windowStands(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event,
            IEclipseContext context,
            IEventBroker broker,
            @Optional @Nullable InstanceLock lock) {
        for (MWindow window : models.findElements(application, Anchors.WINDOW, MWindow.class)) {
            if (window.getWidget() instanceof Shell found) {
                attend(window, found, ContextInjectionFactory.make(CloseGuard.class, context));
                FirstPicture.then(found, () -> broker.post(Topics.WINDOW_PAINTED, Boolean.TRUE));
                if (lock != null) {
                    lock.onRequest(() -> display.asyncExec(() -> raise(found)));
                }
            }
        }
    }

    @Inject
    @Optional
    void painted(
            @UIEventTopic(Topics.WINDOW_PAINTED) Event event, IWorkbench workbench, EPartService parts, Themes themes) {
        if (arguments.exitAfterStart()) {
            sayTime("started");
            workbench.close();
        }
        settling.windowStands(display);
        Path pictures = arguments.shots();
        Shell found = shell;
        if (found != null && !found.isDisposed()) {
            WindowIcon.give(found);
        }
        if (pictures != null && found != null) {
            new Shots(application, models, parts, themes, found, pictures).run(workbench::close);
        }
    }

    @Inject
    @Optional
    void rows(@UIEventTopic(Topics.ROWS_PAINTED) Event event, IWorkbench workbench) {
        if (arguments.exitAfterRows()) {
            sayTime("first row painted");
            workbench.close();
            return;
        }
        settling.over();
    }

    private static void sayTime(String what) {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> Console.say(
                        what + " in " + Duration.between(start, Instant.now()).toMillis() + " ms"));
    }

    @Inject
    @Optional
    void selected(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
        settle();
    }

    @Inject
    @Optional
    void shared(@UIEventTopic(UIEvents.UIElement.TOPIC_CONTAINERDATA) Event event) {
        settle();
    }

    @Inject
    @Optional
    void filtered(@jakarta.inject.Named(org.kontor.ui.api.ContextKeys.BRANDS) Object filter) {
        settle();
    }

    @Inject
    @Optional
    void ranged(@jakarta.inject.Named(org.kontor.ui.api.ContextKeys.RANGE) Object range) {
        settle();
    }

    private void attend(MWindow window, Shell found, CloseGuard guard) {
        shell = found;
        found.setMinimumSize(Frame.MIN_WIDTH, Frame.MIN_HEIGHT);
        found.addListener(SWT.Resize, e -> settle());
        found.addListener(SWT.Move, e -> settle());
        IWindowCloseHandler handler = closing -> {
            boolean may = guard.mayClose(found);
            if (may) {
                remember();
            }
            return may;
        };
        window.getContext().set(IWindowCloseHandler.class, handler);
    }

    private static void raise(Shell shell) {
        if (!shell.isDisposed()) {
            shell.setMinimized(false);
            shell.forceActive();
        }
    }

    /** Dragging a sash makes an event for every pixel: what counts is where it comes to rest. */
    private void settle() {
        Shell found = shell;
        if (found != null && !found.isDisposed()) {
            display.timerExec(SETTLE_MS, remember);
        }
    }

    private void remember() {
        Shell found = shell;
        if (found != null && !found.isDisposed()) {
            WindowState before = settings.state();
            settings.keep(ModelState.capture(application, models, found, before));
        }
    }
}
