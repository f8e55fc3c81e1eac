package org.kontor.app.internal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.kontor.api.runner.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data folder of this process, from its command line. Where it cannot be written, there is no such service. */
@Component
public final class LaunchFolder implements DataFolder {
    /** Nobody is really called so who tries the demo; the system's name, such as "root", would stand on every answer. */
    private static final String DEMO_USER = "Jana Brandt";

    private final Path path;
    private final boolean demo;

    @Activate
    public LaunchFolder(@Reference EnvironmentInfo environment) {
        Arguments arguments = Arguments.parse(List.of(environment.getNonFrameworkArgs()));
        path = Folders.of(arguments);
        demo = arguments.demo();
        try {
            Folders.prepare(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be written", e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean demo() {
        return demo;
    }

    @Override
    public Optional<String> user() {
        return demo ? Optional.of(DEMO_USER) : Optional.empty();
    }
}
