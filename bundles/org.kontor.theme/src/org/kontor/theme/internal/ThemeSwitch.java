package org.kontor.theme.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.css.swt.theme.IThemeManager;
import org.eclipse.e4.ui.internal.css.swt.definition.IColorAndFontProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Theme;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.api.theme.Themes;
import org.kontor.ui.api.theme.Token;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Switches the window between the themes. The CSS engine asks it for {@code '#kontor-...'} in rules, so that a rule names a
 * token and never a colour.
 */
@Component
public final class ThemeSwitch implements Themes, IColorAndFontProvider {
    private final Theme light = ThemeFile.read("light", false);
    private final Theme dark = ThemeFile.read("dark", true);
    private final IThemeManager manager;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Theme active = light;
    private volatile ThemeChoice choice = ThemeChoice.LIGHT;
    private @Nullable Display followed;
    /** The display whose native controls were told light or dark. */
    private @Nullable Display dressed;

    @Activate
    public ThemeSwitch(@Reference IThemeManager manager) {
        this.manager = manager;
    }

    @Override
    public Theme active() {
        return active;
    }

    @Override
    public ThemeChoice choice() {
        return choice;
    }

    @Override
    public void choose(ThemeChoice wanted) {
        Display display = Display.getCurrent();
        if (display == null) {
            throw new IllegalStateException("themes are switched on the UI thread");
        }
        choice = wanted;
        follow(display);
        apply(display);
    }

    @Override
    public Runnable onChange(Runnable listener) {
        // One listener may be given twice; taking one off must not take the other.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public @Nullable RGB getColor(@Nullable String name) {
        // The engine takes the dashes of a CSS name for the dots of an id.
        String css = name == null ? "" : name.replace('.', '-');
        for (Token token : Token.values()) {
            if (token.cssName().equals(css)) {
                Colour colour = active.colour(token);
                return new RGB(colour.red(), colour.green(), colour.blue());
            }
        }
        return null;
    }

    /** Fonts are a matter of Look: the CSS sets none. */
    @Override
    public FontData @Nullable [] getFont(@Nullable String name) {
        return null;
    }

    private void apply(Display display) {
        active = switch (choice) {
            case LIGHT -> light;
            case DARK -> dark;
            case SYSTEM -> Display.isSystemDarkTheme() ? dark : light;
        };
        dress(display, active.dark());
        IThemeEngine engine = manager.getEngineForDisplay(display);
        engine.setTheme(active.id(), false);
        for (Runnable listener : new ArrayList<>(listeners)) {
            listener.run();
        }
        for (Shell shell : display.getShells()) {
            shell.redraw();
        }
    }

    /**
     * Native controls too: text cursors, scroll bars, menus, file dialogs. A window that is light on a light desktop is so already,
     * and saying it once more would have GTK read its whole theme again.
     */
    private void dress(Display display, boolean dark) {
        if (dressed != display && (dark || Display.isSystemDarkTheme())) {
            dressed = display;
        }
        if (dressed == display) {
            display.setDarkThemePreferred(dark);
        }
    }

    private void follow(Display display) {
        if (followed == display) {
            return;
        }
        followed = display;
        Listener settings = e -> {
            boolean systemDark = Display.isSystemDarkTheme();
            if (choice == ThemeChoice.SYSTEM && systemDark != active.dark()) {
                apply(display);
            }
        };
        display.addListener(SWT.Settings, settings);
        display.disposeExec(() -> followed = null);
    }
}
