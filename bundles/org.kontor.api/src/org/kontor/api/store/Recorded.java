package org.kontor.api.store;

/**
 * What became durable of a page.
 *
 * @param fresh events that the ledger did not have
 * @param repeats events that it had; they were counted
 */
public record Recorded(int fresh, int repeats) {}
