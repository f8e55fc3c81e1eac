package org.kontor.api.runner;

import java.nio.file.Path;

/** Where this process keeps its data. Provided as an OSGi service before anything that needs it. */
public interface DataFolder {
    /** The folder; it exists and can be written. */
    Path path();

    /** Whether this is the demo agency: its data never shares a folder with real data. */
    boolean demo();
}
