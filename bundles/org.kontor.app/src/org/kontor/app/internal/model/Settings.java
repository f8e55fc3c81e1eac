package org.kontor.app.internal.model;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.kontor.api.runner.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * The user's choices and the state of the window, read once and saved in the background. Two files, because losing the one
 * must not lose the other.
 */
@Component(service = Settings.class)
public final class Settings {
    private static final long SOON_MS = 1_000;

    private final Logger log;
    private final JsonFile<Preferences> preferencesFile;
    private final JsonFile<WindowState> stateFile;
    private final Job saving = new SaveJob();
    private volatile Preferences preferences;
    private volatile WindowState state;
    private Preferences savedPreferences;
    private WindowState savedState;

    @Activate
    public Settings(@Reference DataFolder folder, @Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
        Path path = folder.path();
        preferencesFile = new JsonFile<>(path.resolve("preferences.json"), Preferences.class);
        stateFile = new JsonFile<>(path.resolve("window.json"), WindowState.class);
        preferences = read(preferencesFile, Preferences.NONE);
        state = read(stateFile, WindowState.NONE);
        savedPreferences = preferences;
        savedState = state;
    }

    /** The user's choices. */
    public Preferences preferences() {
        return preferences;
    }

    /** Changes the choices; they are saved within a second or so. */
    public void choose(Preferences chosen) {
        preferences = chosen;
        saving.schedule(SOON_MS);
    }

    /** How the window was left. */
    public WindowState state() {
        return state;
    }

    /** Changes the state of the window; it is saved within a second or so. */
    public void keep(WindowState now) {
        if (!now.equals(state)) {
            state = now;
            saving.schedule(SOON_MS);
        }
    }

    /** Saves what is not saved yet, and returns when it is: for the end of the process, when no window waits any more. */
    public void flush() {
        saving.cancel();
        save();
    }

    private synchronized void save() {
        Preferences chosen = preferences;
        WindowState now = state;
        try {
            if (!chosen.equals(savedPreferences)) {
                preferencesFile.write(chosen);
                savedPreferences = chosen;
            }
            if (!now.equals(savedState)) {
                stateFile.write(now);
                savedState = now;
            }
        } catch (IOException e) {
            log.error("Preferences or the state of the window cannot be saved", e);
        }
    }

    private <T extends Record> T read(JsonFile<T> file, T otherwise) {
        return switch (file.read()) {
            case JsonFile.Read.Found<T>(T value) -> value;
            case JsonFile.Read.Absent<T> none -> otherwise;
            case JsonFile.Read.Broken<T>(String reason) -> {
                log.warn("{}", reason);
                yield otherwise;
            }
        };
    }

    private final class SaveJob extends Job {
        SaveJob() {
            super("kontor settings");
            setSystem(true);
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            save();
            return Status.OK_STATUS;
        }
    }
}
