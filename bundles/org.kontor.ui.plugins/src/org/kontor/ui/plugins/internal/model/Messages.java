package org.kontor.ui.plugins.internal.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * This bundle's texts in one language. View models put sentences together and are tested without a window, so the texts are
 * read here rather than injected. Immutable.
 */
public final class Messages {
    private final Locale locale;
    private final ResourceBundle texts;

    Messages(Locale locale, ClassLoader place) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                "OSGI-INF.l10n.bundle",
                locale,
                place,
                // Without this an English window on a German machine would get German texts.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Texts in a language. */
    public static Messages of(Locale locale) {
        return new Messages(locale, Messages.class.getClassLoader());
    }

    /** Texts for the person in front of the window. */
    public static Messages here() {
        return of(Locale.getDefault());
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** Whether there is a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A text with its arguments put in. */
    public String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
