package org.kontor.app.internal;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts as the translation service would give them, without it. */
public final class TestMessages {
    private TestMessages() {}

    /** Fills every field; fails on one that has no text. */
    public static Messages load(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "OSGI-INF.l10n.bundle",
                locale,
                new ResourceLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Messages messages = new Messages();
        try {
            for (Field field : Messages.class.getFields()) {
                field.set(messages, texts.getString(field.getName().replace('_', '.')));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    /** Several bundles have texts at the same place of the class path: these are the window's. */
    private static final class ResourceLoader extends ClassLoader {
        ResourceLoader() {
            super(null);
        }

        @Override
        public java.net.URL getResource(String name) {
            try {
                java.nio.file.Path file = java.nio.file.Path.of(name);
                return java.nio.file.Files.exists(file) ? file.toUri().toURL() : null;
            } catch (java.net.MalformedURLException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
