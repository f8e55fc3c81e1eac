package org.kontor.ui.plugins.internal.model;

/** Versions as people say them. */
public final class Versions {
    private Versions() {}

    /** Without the time at which it was built, which follows the third number. */
    public static String brief(String version) {
        String[] parts = version.split("\\.");
        return parts.length < 4 ? version : parts[0] + "." + parts[1] + "." + parts[2];
    }
}
