package org.kontor.api.plugin;

/**
 * A plug-in in one version, as it describes itself.
 *
 * @param id the id of its feature
 * @param name as its provider calls it; the id where it has none
 * @param version of its feature
 * @param provider may be empty
 * @param description may be empty
 * @param licence the text under which it may be used; may be empty
 * @since 0.1
 */
public record Plugin(String id, String name, String version, String provider, String description, String licence) {
    public Plugin {
        if (id.isBlank() || name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a plug-in has an id, a name and a version");
        }
    }
}
