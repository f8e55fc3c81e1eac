package org.kontor.demo.internal;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The simulator as a process of its own, so that it keeps its state over restarts of the workbench and faults can be tried
 * on it. Runs on the same Java and the same jars as the workbench, without OSGi.
 */
final class SimulatorProcess implements AutoCloseable {
    private static final String BUNDLE = "org.kontor.simulator";
    private static final String MAIN = "org.kontor.simulator.SimulatorMain";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final Process process;
    private final URI control;

    private SimulatorProcess(Process process, URI control) {
        this.process = process;
        this.control = control;
    }

    /**
     * Starts the simulator and waits until it is ready.
     *
     * @param state folder in which it keeps its world
     * @throws IOException if it cannot be started or is not ready in time; the message says where its output is
     */
    static SimulatorProcess start(BundleContext context, Path state) throws IOException, InterruptedException {
        Files.createDirectories(state);
        Path ports = state.resolve("ports.json");
        Files.deleteIfExists(ports);
        Path output = state.resolve("simulator.out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                classPath(context),
                MAIN,
                "--state",
                state.toString(),
                "--port-file",
                ports.toString(),
                "--parent",
                Long.toString(ProcessHandle.current().pid())));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<URI> control = DemoWorld.controlAddress(ports);
            if (control.isPresent()) {
                return new SimulatorProcess(process, control.get());
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("The simulator ended with code " + process.exitValue() + "; see " + output);
            }
        }
        process.destroy();
        throw new IOException("The simulator was not ready in " + PATIENCE.toSeconds() + " s; see " + output);
    }

    /** Where the simulator can be asked about its world. */
    URI control() {
        return control;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            // It writes its world down as it goes: nobody finds it at work who has seen the workbench end.
            process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The jars of the simulator and of all bundles that it is wired to. */
    private static String classPath(BundleContext context) throws IOException {
        Bundle simulator = null;
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLE.equals(bundle.getSymbolicName())) {
                simulator = bundle;
            }
        }
        if (simulator == null) {
            throw new IOException("The bundle " + BUNDLE + " is not installed; the demo feature brings it");
        }
        Set<Bundle> needed = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(List.of(simulator));
        while (!open.isEmpty()) {
            Bundle next = open.poll();
            if (needed.add(next)) {
                open.addAll(wiredTo(next));
            }
        }
        List<String> files = new ArrayList<>();
        for (Bundle bundle : needed) {
            Optional<File> file = FileLocator.getBundleFileLocation(bundle);
            if (file.isPresent() && bundle.getBundleId() != 0) {
                addFile(files, file.get());
            }
        }
        return String.join(File.pathSeparator, files);
    }

    private static void addFile(List<String> files, File file) {
        // A bundle that is started from an IDE is a folder whose classes lie below it.
        for (String inside : List.of("bin", "target/classes")) {
            File classes = new File(file, inside);
            if (classes.isDirectory()) {
                files.add(classes.getPath());
            }
        }
        files.add(file.getPath());
    }

    private static List<Bundle> wiredTo(Bundle bundle) {
        List<Bundle> providers = new ArrayList<>();
        Optional.ofNullable(bundle.adapt(BundleWiring.class)).ifPresent(wiring -> {
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                providers.add(wire.getProvider().getBundle());
            }
        });
        return providers;
    }
}
