package org.kontor.store.internal.sql;

/** How an engine's full-text search over messages is fed and asked. Texts come in folded; see {@link SearchText}. */
public interface SearchIndex {
    /** Adds a message that is not in the index. */
    void add(Sql sql, long brand, long message, String author, String subject, String body);

    /** Replaces a message in the index. */
    void replace(Sql sql, long brand, long message, String author, String subject, String body);

    /** What to search for in the engine's own writing; empty where {@code text} holds nothing that can be searched. */
    String expression(String text);

    /**
     * A query for the ids of messages that match, newest first, as a column {@code id}; its parameters are the expression
     * and the most that are wanted.
     */
    String hits();

    /** The condition that a row of {@code message} by its alias {@code m} is what {@code hit}, a row of {@link #hits}, means. */
    default String isHit() {
        return "m.id = hit.id";
    }
}
