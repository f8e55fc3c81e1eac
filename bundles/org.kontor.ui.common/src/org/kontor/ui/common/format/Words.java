package org.kontor.ui.common.format;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of this bundle. They lie in this package and not with the others, so that unit tests, which have many bundles
 * on one class path, find these.
 *
 * @since 0.1
 */
public final class Words {
    private Words() {}

    /** The texts in a language; English for those that we do not speak. */
    public static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                "org.kontor.ui.common.format.texts",
                locale,
                Words.class.getClassLoader(),
                // Without this an English window on a German machine would get German texts.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
