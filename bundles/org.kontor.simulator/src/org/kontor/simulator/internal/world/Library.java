package org.kontor.simulator.internal.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of the customers, read from the resource files beside this class.
 *
 * <p>A file holds comments ({@code #}), slots with their values ({@code :name value | value}) and texts, each headed by
 * {@code == kind language [topic] [picture]}. In a thread {@code --} stands before what the next person says.
 */
final class Library {

    private final Map<String, List<String>> slots = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();

    /** The texts of a resource file. */
    Library(String file) {
        String[] head = {};
        StringBuilder body = new StringBuilder();
        for (String line : (lines(file) + "\n== end").split("\n")) {
            if (line.startsWith("== ")) {
                keep(head, body.toString().strip());
                head = line.substring(3).split(" ");
                body.setLength(0);
            } else if (head.length == 0 && line.startsWith(":")) {
                int end = line.indexOf(' ');
                slots.put(
                        line.substring(1, end), List.of(line.substring(end + 1).split(" \\| ")));
            } else if (head.length > 0) {
                body.append(line).append('\n');
            }
        }
    }

    /** A resource file as text. */
    static String lines(String file) {
        try (InputStream in = Library.class.getResourceAsStream("texts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("texts/" + file + " is missing in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String[] head, String body) {
        if (head.length > 1) {
            boolean picture = head[head.length - 1].equals("picture");
            String topic = head.length > 2 && !head[2].equals("picture") ? head[2] : "";
            texts.add(new Text(head[0], head[1], topic, picture, body));
        }
    }

    /** All texts of a kind and language. */
    List<Text> find(String kind, String language) {
        return texts.stream()
                .filter(text -> text.kind().equals(kind) && text.language().equals(language))
                .toList();
    }

    /** All texts of a kind, whatever their language. */
    List<Text> find(String kind) {
        return texts.stream().filter(text -> text.kind().equals(kind)).toList();
    }

    /** The slots and their possible values. */
    Map<String, List<String>> slots() {
        return slots;
    }
}
