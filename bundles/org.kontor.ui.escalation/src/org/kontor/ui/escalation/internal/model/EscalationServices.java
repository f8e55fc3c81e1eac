package org.kontor.ui.escalation.internal.model;

import java.time.InstantSource;
import org.kontor.api.access.Grants;
import org.kontor.api.cases.Cases;
import org.kontor.api.store.Store;
import org.kontor.ui.common.work.Work;

/**
 * What the perspective needs of the house.
 *
 * @param clock what is late is seen from it
 */
public record EscalationServices(Cases cases, Store store, Grants grants, Work work, InstantSource clock) {
    /** The family of every job of the perspective. */
    public static final Object FAMILY = EscalationServices.class;
}
