package org.kontor.channel.mail.internal;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The connector's words. */
final class MailTexts {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private MailTexts() {}

    /** The text of {@code key}; the key itself where there is none. English where there is no other. */
    static String text(String key, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                            "OSGI-INF.l10n.bundle", locale, MailTexts.class.getClassLoader(), NO_OTHER_LANGUAGE)
                    .getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
