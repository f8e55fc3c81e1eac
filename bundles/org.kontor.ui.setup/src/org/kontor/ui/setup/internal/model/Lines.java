package org.kontor.ui.setup.internal.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the small tables that lie in this bundle. */
final class Lines {
    private Lines() {}

    /** The lines of {@code /data/name} without comments and blank ones. */
    static List<String> of(String name) {
        try (InputStream in = Lines.class.getResourceAsStream("/data/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no table data/" + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table data/" + name, e);
        }
    }
}
