package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The update sites that {@code ./kontor verify} has built of the plug-ins in releng/samples. */
final class SampleSites {
    private SampleSites() {}

    /** The site of a version of the client's plug-in, or that of the hostile one. */
    static Path of(String version) {
        String folder = System.getenv("KONTOR_SAMPLES");
        assertThat(folder)
                .as("KONTOR_SAMPLES names no folder with sites; ./kontor verify makes them")
                .isNotNull();
        Path site = Path.of(folder).resolve(version);
        assertThat(site.resolve("p2.index")).isRegularFile();
        return site;
    }
}
