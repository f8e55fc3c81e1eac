package org.kontor.app.internal.launch;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.PreSave;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Watchdog;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.app.internal.model.KeptViewStates;
import org.kontor.app.internal.model.Settings;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** What happens before the window is built and after it is gone. */
public final class LifeCycle {
    private static final int EXIT_ARGUMENTS = 2;
    private static final int EXIT_FOLDER = 3;
    private static final int EXIT_SILENT = 4;

    private final Arguments arguments;
    private @Nullable InstanceLock lock;
    private Store.@Nullable Registration watching;

    @Inject
    LifeCycle(IApplicationContext application) {
        arguments = arguments(application);
    }

    /** Takes the data folder, sets language and theme. */
    @PostContextCreate
    void prepare(IEclipseContext context, Display display) {
        if (!arguments.faults().isEmpty()) {
            arguments.faults().forEach(Console::complain);
            System.exit(EXIT_ARGUMENTS);
        }
        Path folder = Folders.of(arguments);
        InstanceLock taken = takeFolder(folder, display);
        lock = taken;
        UiThread.claim();
        context.set(Arguments.class, arguments);
        context.set(InstanceLock.class, taken);
        Settings settings = service(context, Settings.class);
        language(context, settings);
        theme(context, settings);
        context.set(ContextKeys.BRANDS, BrandFilter.ALL);
        context.set(ContextKeys.RANGE, TimeRange.USUAL);
    }

    /** Puts the window where it was, before it is built. */
    @ProcessAdditions
    void restore(
            MApplication application,
            EModelService models,
            Settings settings,
            Display display,
            @org.eclipse.e4.core.di.annotations.Optional @Nullable Guard guard,
            @org.eclipse.e4.core.di.annotations.Optional @Nullable Watchdog watchdog) {
        if (guard != null) {
            PluginElements.removeOff(application, guard);
        }
        if (watchdog != null) {
            watching = watchdog.watch(Thread.currentThread(), display::asyncExec);
        }
        ModelState.apply(application, models, settings.state(), settings.preferences());
        ModelState.place(application, models, settings.state(), display);
    }

    /** The window is gone: what is not saved yet may take its time. */
    @PreSave
    void finish(
            Settings settings, KeptViewStates views, @org.eclipse.e4.core.di.annotations.Optional LoggerFactory logs) {
        UiThread.release();
        Store.Registration watched = watching;
        if (watched != null) {
            watched.close();
        }
        settings.flush();
        views.flush();
        InstanceLock held = lock;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                logs.getLogger(LifeCycle.class, Logger.class).warn("The lock of the data folder stays", e);
            }
        }
    }

    private static InstanceLock takeFolder(Path folder, Display display) {
        try {
            Folders.prepare(folder);
            Optional<InstanceLock> lock = InstanceLock.take(folder);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (InstanceLock.askToRaise(folder)) {
                Console.say("is open already; its window was raised (" + folder + ")");
                System.exit(0);
            }
            fail(
                    display,
                    EXIT_SILENT,
                    "Kontor is open already with " + folder + ", but does not answer. "
                            + "End that process, or use another folder with --data.");
        } catch (IOException e) {
            fail(
                    display,
                    EXIT_FOLDER,
                    "The data folder " + folder + " cannot be used: " + e
                            + ". Make it writable, or name another one with --data.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not reached: the process has ended");
    }

    /** Before there are texts and a look: plain English, on the console and on the screen. */
    private static void fail(Display display, int code, String why) {
        Console.complain(why);
        Shell shell = new Shell(display);
        MessageBox box = new MessageBox(shell, SWT.ICON_ERROR | SWT.OK);
        box.setText("Kontor");
        box.setMessage(why);
        box.open();
        System.exit(code);
    }

    private static <T> T service(IEclipseContext context, Class<T> type) {
        return Optional.ofNullable(context.get(type))
                .orElseThrow(() -> new IllegalStateException("there is no " + type.getSimpleName()
                        + ": is its bundle installed and the service runtime started?"));
    }

    private void language(IEclipseContext context, Settings settings) {
        Locale wanted = arguments.language();
        String chosen = settings.preferences().language();
        if (wanted == null && chosen != null) {
            wanted = Locale.forLanguageTag(chosen);
        }
        Locale system = Locale.getDefault();
        Locale locale = wanted == null ? system : wanted;
        if (Arguments.LANGUAGES.stream().noneMatch(each -> each.getLanguage().equals(locale.getLanguage()))) {
            Locale.setDefault(Locale.ENGLISH);
        } else if (!locale.getLanguage().equals(system.getLanguage())) {
            // The same language as the system's keeps the system's region, and so its way of writing dates.
            Locale.setDefault(locale);
        }
        context.set(TranslationService.LOCALE, Locale.getDefault());
    }

    private void theme(IEclipseContext context, Settings settings) {
        ThemeChoice wanted = arguments.theme();
        ThemeChoice chosen = settings.preferences().theme();
        Themes themes = service(context, Themes.class);
        themes.choose(wanted != null ? wanted : chosen != null ? chosen : ThemeChoice.SYSTEM);
        // The rendering engine restores what it finds here; a branding property could not depend on the user.
        System.setProperty(E4Application.THEME_ID, themes.active().id());
    }

    private static Arguments arguments(IApplicationContext application) {
        Object words = application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return Arguments.parse(words instanceof String[] given ? List.of(given) : List.of());
    }
}
