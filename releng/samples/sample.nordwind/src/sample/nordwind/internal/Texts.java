package sample.nordwind.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The plug-in's words in the language that was asked for; English for those that it does not speak. */
final class Texts {
    private static final ResourceBundle.Control NO_DETOUR =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("OSGI-INF/l10n/bundle", locale, Texts.class.getClassLoader(), NO_DETOUR);
    }

    Locale locale() {
        return locale;
    }

    /** The text under a key, its places filled. */
    String of(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }
}
