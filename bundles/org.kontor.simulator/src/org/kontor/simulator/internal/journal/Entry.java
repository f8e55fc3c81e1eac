package org.kontor.simulator.internal.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One fact in the journal.
 *
 * @param kind what happened; the part before the first dot names who reads it back
 * @param data its small values
 * @param blob its large one, such as a mail or a picture; empty when there is none
 */
public record Entry(String kind, ObjectNode data, byte[] blob) {

    private static final byte[] NOTHING = {};

    /** An entry without a large value. */
    public static Entry of(String kind, ObjectNode data) {
        return new Entry(kind, data, NOTHING);
    }
}
