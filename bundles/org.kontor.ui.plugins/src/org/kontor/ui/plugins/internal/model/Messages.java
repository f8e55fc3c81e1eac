package org.kontor.ui.plugins.internal.model;

import java.util.Locale;
import org.kontor.ui.common.format.BundleTexts;

/** This bundle's texts in one language. */
public final class Messages extends BundleTexts {
    Messages(Locale locale, ClassLoader place) {
        super(locale, place);
    }

    /** Texts in a language. */
    public static Messages of(Locale locale) {
        return new Messages(locale, Messages.class.getClassLoader());
    }

    /** Texts for the person in front of the window. */
    public static Messages here() {
        return of(Locale.getDefault());
    }
}
