package org.kontor.desk.internal.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The checks' words. */
final class CheckTexts {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private CheckTexts() {}

    static String text(String key, Locale locale, Object... values) {
        String pattern = ResourceBundle.getBundle(
                        "OSGI-INF.l10n.bundle", locale, CheckTexts.class.getClassLoader(), NO_OTHER_LANGUAGE)
                .getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
