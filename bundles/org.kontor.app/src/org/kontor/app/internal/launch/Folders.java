package org.kontor.app.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where data lies on each system when the command line does not say. */
final class Folders {
    private Folders() {}

    /** The folder of this process: below the base there is one for the demo and one for real data, never shared. */
    static Path of(Arguments arguments, Function<String, @Nullable String> environment, String system, String home) {
        Path given = arguments.data();
        Path base = given == null ? base(environment, system, home) : given;
        return base.resolve(arguments.demo() ? "demo" : "agency");
    }

    /** The folder of this process on this machine; tests name theirs by a system property rather than on a command line. */
    static Path of(Arguments arguments) {
        String given = System.getProperty("kontor.data");
        if (given != null && arguments.data() == null) {
            return Path.of(given).toAbsolutePath().resolve(arguments.demo() ? "demo" : "agency");
        }
        return of(arguments, System::getenv, System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    /**
     * Makes the folder.
     *
     * @throws IOException if it cannot be made or written; the message names the folder
     */
    static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        // Access rights say too little (read-only mounts, full disks): only a write tells.
        Path probe = Files.createTempFile(folder, "probe", ".tmp");
        Files.delete(probe);
    }

    private static Path base(Function<String, @Nullable String> environment, String system, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.apply("LOCALAPPDATA");
            return local == null || local.isBlank()
                    ? Path.of(home, "AppData", "Local", "Kontor")
                    : Path.of(local, "Kontor");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Kontor");
        }
        // XDG Base Directory Specification 0.8: relative paths are invalid and to be ignored.
        String data = environment.apply("XDG_DATA_HOME");
        boolean valid = data != null && Path.of(data).isAbsolute();
        return valid ? Path.of(data, "kontor") : Path.of(home, ".local", "share", "kontor");
    }
}
