package org.kontor.api.channel;

import java.time.Instant;
import java.util.Optional;

/** What reading back an undecided send showed. */
public sealed interface Found {
    /** It arrived; see {@link Sent.Accepted}. */
    record Present(ExternalId id, Instant at, Optional<RawEvent> receipt) implements Found {}

    /** It certainly did not arrive: sending again is safe. */
    record Absent() implements Found {}

    /**
     * The platform leaves no trace by which to tell; a person has to decide.
     *
     * @param detail what was looked at
     */
    record CannotTell(String detail) implements Found {}

    /** The platform could not be asked; ask again later. */
    record Failed(Fault fault) implements Found {}
}
