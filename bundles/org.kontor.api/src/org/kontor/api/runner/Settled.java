package org.kontor.api.runner;

import java.time.Instant;

/**
 * The start of this process is over. It is there as an OSGi service from the moment when the first rows of the window were
 * painted, or, where there is no window, when the runner was there. A component that references it is made only then: so what
 * nobody waits for takes nothing from the start.
 *
 * @param since when that was
 */
public record Settled(Instant since) {}
