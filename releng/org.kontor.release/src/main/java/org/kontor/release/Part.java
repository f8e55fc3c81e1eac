package org.kontor.release;

/**
 * One bundle of somebody else that ships with Kontor.
 *
 * @param name its symbolic name
 * @param version as OSGi writes it
 * @param group Maven group it was published under; empty where the site does not tell
 * @param artifact Maven artifact
 * @param mavenVersion version under which it was published
 */
public record Part(String name, String version, String group, String artifact, String mavenVersion) {
    /** Where it was published, as Maven writes it. */
    public String coordinates() {
        return group + ":" + artifact + ":" + mavenVersion;
    }
}
