package org.kontor.ui.help.internal.model;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kontor.ui.common.format.Keys;

/** This bundle's texts and terms as tests need them. */
final class TestTexts {
    private TestTexts() {}

    /** Only this bundle's folder: on the class path there may be the texts of others, too. */
    static Messages of(Locale locale) {
        try {
            URL here = Path.of("").toAbsolutePath().toUri().toURL();
            return new Messages(locale, new URLClassLoader(new URL[] {here}, null));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Terms terms(Locale locale) {
        return new Terms(
                Keys.of(locale), of(locale), List.of(new Terms.BoundKey("M1+K", "Find everything", "In the window")));
    }
}
