package org.kontor.api.runner;

import java.nio.file.Path;
import java.util.Optional;

/** Where this process keeps its data. Provided as an OSGi service before anything that needs it. */
public interface DataFolder {
    /** The folder; it exists and can be written. */
    Path path();

    /** Whether this is the demo agency: its data never shares a folder with real data. */
    boolean demo();

    /** What the person at this keyboard is called in a new store; empty for the name that the system knows. */
    default Optional<String> user() {
        return Optional.empty();
    }
}
