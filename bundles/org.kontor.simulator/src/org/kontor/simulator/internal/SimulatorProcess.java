package org.kontor.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.internal.journal.Json;

/** A world that runs until it is told to stop, or until its parent process is gone. */
public final class SimulatorProcess {

    private static final int CLOSE_SECONDS = 5;

    private final Simulator simulator;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Starts the world and writes the port file once all is ready.
     *
     * @throws IOException when the world cannot start
     */
    public SimulatorProcess(Options options) throws IOException {
        Simulator.Builder builder =
                Simulator.builder(options.state()).seed(options.seed()).speed(options.speed());
        if (!options.script()) {
            builder.withoutScript();
        }
        simulator = builder.start();
        simulator.onStopRequest(this::stop);
        if (options.parent().isPresent()) {
            watch(options.parent().getAsLong());
        }
        Path portFile = options.portFile();
        if (portFile != null) {
            announce(portFile);
        }
    }

    private void watch(long parent) {
        ProcessHandle.of(parent).ifPresentOrElse(process -> process.onExit().thenRun(this::stop), this::stop);
    }

    private void announce(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        ObjectNode content = Json.object().put("control", simulator.control().toString());
        Files.write(part, Json.bytes(content));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Ends {@link #run}. */
    public void stop() {
        end.countDown();
    }

    /**
     * Waits for the end, which may also be a signal to the process, and closes the world.
     *
     * @throws IOException when it cannot be closed in order
     */
    public void run() throws IOException {
        Thread hook = new Thread(this::stopAndWait, "simulator-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            simulator.close();
        } finally {
            closed.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook itself brought us here
        }
    }

    private void stopAndWait() {
        stop();
        try {
            closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
