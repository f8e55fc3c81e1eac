package org.kontor.api.runner;

import java.time.Duration;

/**
 * How long the receive loops and the outbox wait where no platform says. {@link #USUAL} holds unless an OSGi service of this
 * type is there before the store is opened: tests of the whole line have no time.
 *
 * @param hold how long a reply can be taken back before it goes out
 * @param poll the longest pause between two reads of a channel that does not push; a shorter one of the connector holds
 * @param afterFault the pause after the first of several faults while reading; it doubles up to five minutes
 * @param afterRefusal the pause before a reply that was refused is tried again, or an undecided one read back again; it
 *     doubles up to ten minutes
 * @param beforeReadBack how long the platform gets before an undecided reply is looked for the first time
 */
public record Pace(Duration hold, Duration poll, Duration afterFault, Duration afterRefusal, Duration beforeReadBack) {
    /** What is used outside tests. */
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2));
}
