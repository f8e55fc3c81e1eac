package org.kontor.store.internal.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Scripts of SQL that the bundle holds. */
public final class Scripts {
    private Scripts() {}

    /**
     * The text of scripts under {@code /migrations}.
     *
     * @throws IOException if one is not there
     */
    public static List<String> read(String folder, List<String> names) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = Scripts.class.getResourceAsStream("/migrations/" + folder + "/" + name)) {
                if (in == null) {
                    throw new IOException("the bundle lacks its script " + name);
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return scripts;
    }

    /** A script's statements; each ends with a semicolon at the end of a line. */
    public static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        for (String part : script.split(";[ \\t]*(\\R|$)")) {
            String bare = part.replaceAll("(?m)^\\s*--.*$", "").strip();
            if (!bare.isEmpty()) {
                statements.add(bare);
            }
        }
        return statements;
    }
}
