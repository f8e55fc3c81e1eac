package org.kontor.api.plugin;

import java.util.ArrayList;
import java.util.List;

/** Thrown within a call of the {@link Guard}: the contribution answered more than anybody can use. */
public final class FloodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message how much there was of what; no content */
    public FloodException(String message) {
        super(message);
    }

    /**
     * Reads an answer, which may have no end, into a list of our own.
     *
     * @param most elements that are still an answer; of one more, nothing is read
     * @throws FloodException if there are more
     */
    public static <T> List<T> limit(Iterable<? extends T> answer, int most) {
        List<T> read = new ArrayList<>();
        for (T each : answer) {
            if (read.size() == most) {
                throw new FloodException("more than " + most);
            }
            read.add(each);
        }
        return List.copyOf(read);
    }
}
