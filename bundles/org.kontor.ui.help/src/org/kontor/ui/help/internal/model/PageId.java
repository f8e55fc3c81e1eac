package org.kontor.ui.help.internal.model;

import java.util.Optional;

/**
 * Names a page, the same in every language.
 *
 * @param owner the bundle that brings it
 * @param name of its file, without ending
 */
public record PageId(String owner, String name) {
    /** Reads {@code BUNDLE/NAME}; empty if it is not that. */
    public static Optional<PageId> parse(String text) {
        int slash = text.indexOf('/');
        return slash <= 0 || slash == text.length() - 1
                ? Optional.empty()
                : Optional.of(new PageId(text.substring(0, slash), text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
