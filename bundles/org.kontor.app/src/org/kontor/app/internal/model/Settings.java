package org.kontor.app.internal.model;

import java.nio.file.Path;
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
    private final KeptRecord<Preferences> preferences;
    private final KeptRecord<WindowState> state;

    @Activate
    public Settings(@Reference DataFolder folder, @Reference(service = LoggerFactory.class) Logger log) {
        Path path = folder.path();
        preferences = new KeptRecord<>(
                new JsonFile<>(path.resolve("preferences.json"), Shapes.PREFERENCES), Preferences.NONE, log);
        state = new KeptRecord<>(new JsonFile<>(path.resolve("window.json"), Shapes.WINDOW), WindowState.NONE, log);
    }

    /** The user's choices. */
    public Preferences preferences() {
        return preferences.value();
    }

    /** Changes the choices; they are saved within a second or so. */
    public void choose(Preferences chosen) {
        preferences.change(before -> chosen);
    }

    /** How the window was left. */
    public WindowState state() {
        return state.value();
    }

    /** Changes the state of the window; it is saved within a second or so. */
    public void keep(WindowState now) {
        state.change(before -> now);
    }

    /** Saves what is not saved yet, and returns when it is: for the end of the process, when no window waits any more. */
    public void flush() {
        preferences.flush();
        state.flush();
    }
}
