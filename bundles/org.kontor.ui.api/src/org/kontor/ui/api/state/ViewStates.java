package org.kontor.ui.api.state;

import java.util.List;
import java.util.Optional;

/**
 * Where a view keeps how it was left, so that it looks the same after a restart: which editors were open, the order of a list,
 * widths of columns. A service. All methods answer from memory and may be called on any thread, the UI thread among them; what
 * was kept is on disk within a second or so, and when the window has closed. Lost state costs a click: nothing that a person
 * typed belongs here, and no data of customers.
 *
 * @since 0.1
 */
public interface ViewStates {
    /** The most characters of one value. */
    int MOST_CHARACTERS = 16_384;

    /** The most keys; of more than that the one that was put longest ago is forgotten. */
    int MOST_KEYS = 500;

    /**
     * What was kept.
     *
     * @param key leads with the bundle's name, such as {@code org.kontor.ui.inbox.order}
     * @return nothing if nothing was, or if it could not be read
     */
    Optional<String> get(String key);

    /**
     * Keeps a value instead of the one before.
     *
     * @throws IllegalArgumentException if the key is blank, or the value has more than {@link #MOST_CHARACTERS}
     */
    void put(String key, String value);

    /** Forgets a value. */
    void remove(String key);

    /** A list that {@link #put(String, List)} kept, empty if there is none. */
    default List<String> list(String key) {
        return get(key).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * Keeps a list of words without line breaks, such as ids in their order.
     *
     * @throws IllegalArgumentException if one is blank or has a line break, or if all together are too long
     */
    default void put(String key, List<String> values) {
        for (String value : values) {
            if (value.isBlank() || value.lines().count() != 1) {
                throw new IllegalArgumentException("a value of a list is one line, not blank");
            }
        }
        put(key, String.join("\n", values));
    }
}
