package org.kontor.ui.setup.internal;

/** Topics of the event broker between the handlers and the part of this bundle. */
public final class SetupTopics {
    /** An account was set up; carries its {@code AccountId}. */
    public static final String CREATED = "org/kontor/ui/setup/CREATED";

    private SetupTopics() {}
}
