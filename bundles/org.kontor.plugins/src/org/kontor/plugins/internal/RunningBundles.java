package org.kontor.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Compares what runs with what the next start will run, which p2 writes into a list of bundles. */
final class RunningBundles {
    private RunningBundles() {}

    /** Whether the next start would run other bundles than this process does. */
    static boolean outdated(BundleContext context, Path list) throws IOException {
        if (!Files.isReadable(list)) {
            return false;
        }
        Set<String> running = names(context);
        String framework = name(context.getBundle(0));
        try (Stream<String> lines = Files.lines(list)) {
            return !lines.flatMap(line -> listed(line).stream())
                    .filter(name -> !name.equals(framework))
                    .collect(Collectors.toSet())
                    .equals(running);
        }
    }

    /** What this process runs beside the framework: names and versions, with a blank between them. */
    static Set<String> names(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getBundleId() != 0)
                .map(RunningBundles::name)
                .collect(Collectors.toSet());
    }

    /** A line of the list: name, version, place, start level, whether it starts by itself. */
    static Optional<String> listed(String line) {
        String[] parts = line.split(",");
        return line.startsWith("#") || parts.length < 2
                ? Optional.empty()
                : Optional.of(parts[0] + " " + Version.parseVersion(parts[1]));
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
