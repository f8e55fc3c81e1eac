package org.kontor.app.internal.palette;

/** One line of the open palette. */
public sealed interface PaletteRow {
    /** The head of a group; it cannot be chosen. */
    record Head(String title) implements PaletteRow {}

    /** Searches the inbox for what was typed. */
    record ShowAll(String text) implements PaletteRow {}

    /** Something that was found. */
    record Found(PaletteHit hit) implements PaletteRow {}

    /** Whether Enter does something here. */
    default boolean choosable() {
        return switch (this) {
            case Head head -> false;
            case ShowAll all -> true;
            case Found found -> found.hit().enabled();
        };
    }
}
