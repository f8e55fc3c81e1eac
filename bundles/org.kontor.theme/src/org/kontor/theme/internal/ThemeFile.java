package org.kontor.theme.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Theme;
import org.kontor.ui.api.theme.Token;

/** Reads the colour definitions of a theme's CSS: the one place where colours stand. */
final class ThemeFile {
    private static final Pattern DEFINITION =
            Pattern.compile("ColorDefinition#([a-z-]+)\\s*\\{\\s*color:\\s*(#[0-9a-fA-F]{6})\\s*;\\s*}");

    private ThemeFile() {}

    /**
     * Reads {@code /css/NAME.css} of this bundle.
     *
     * @throws IllegalStateException if it names a colour that is no token or lacks one that is
     */
    static Theme read(String name, boolean dark) {
        Map<String, Token> tokens = new HashMap<>();
        for (Token token : Token.values()) {
            tokens.put(token.cssName(), token);
        }
        Map<Token, Colour> colours = new EnumMap<>(Token.class);
        Matcher definition = DEFINITION.matcher(text(name));
        while (definition.find()) {
            Token token = tokens.get(definition.group(1));
            if (token == null) {
                throw new IllegalStateException(name + ".css defines " + definition.group(1) + ", which is no token");
            }
            colours.put(token, Colour.of(definition.group(2)));
        }
        return new Theme("org.kontor.theme." + name, dark, colours);
    }

    private static String text(String name) {
        try (InputStream in = ThemeFile.class.getResourceAsStream("/css/" + name + ".css")) {
            if (in == null) {
                throw new IllegalStateException("no theme at css/" + name + ".css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
