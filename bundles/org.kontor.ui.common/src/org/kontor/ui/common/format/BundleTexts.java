package org.kontor.ui.common.format;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A bundle's own texts ({@code OSGI-INF/l10n/bundle*.properties}) in one language. View models put sentences together and are
 * tested without a window, so they read their texts here rather than have them injected. Immutable.
 */
public abstract class BundleTexts {
    private final Locale locale;
    private final ResourceBundle texts;

    /** @param place finds the bundle's texts */
    protected BundleTexts(Locale locale, ClassLoader place) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                "OSGI-INF.l10n.bundle",
                locale,
                place,
                // Without this an English window on a German machine would get German texts.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language. */
    public final Locale locale() {
        return locale;
    }

    /** Whether there is a text. */
    public final boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A text with its arguments put in. */
    public final String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
