package org.kontor.ui.plugins.internal.model;

/** What can be chosen in the list. */
public sealed interface Node {
    /** Something installed, by its id; the house too. */
    record Installed(String id) implements Node {}

    /** Something that a site offers and that is not installed, by its id. */
    record Offered(String id) implements Node {}

    /** A place that is always there. */
    record OfPlace(Place place) implements Node {}

    /** Places. */
    enum Place {
        SITES,
        STATES
    }
}
