package org.kontor.ui.setup.internal.model;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** This bundle's texts outside OSGi. */
final class TestMessages {
    private TestMessages() {}

    static Messages of(Locale locale) {
        return new Messages(locale, new Folder());
    }

    /** Several bundles have texts at the same place of the class path: these are the ones of the folder tested. */
    private static final class Folder extends ClassLoader {
        Folder() {
            super(null);
        }

        @Override
        public @Nullable URL getResource(String name) {
            try {
                Path file = Path.of(name);
                return Files.exists(file) ? file.toUri().toURL() : null;
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
