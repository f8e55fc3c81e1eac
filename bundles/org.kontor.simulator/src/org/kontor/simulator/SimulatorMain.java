package org.kontor.simulator;

import java.io.IOException;
import org.kontor.simulator.internal.Options;
import org.kontor.simulator.internal.SimulatorProcess;

/** Runs the simulator as a plain Java process; see {@code docs/simulator.md} for its arguments. */
public final class SimulatorMain {

    /** Where logback looks for its configuration when it is on the class path. */
    private static final String LOG_SETTING = "logback.configurationFile";

    private SimulatorMain() {}

    /**
     * Runs until SIGTERM, until {@code POST /control/stop}, or until the parent process is gone.
     *
     * @throws IOException when the world cannot start
     * @throws IllegalArgumentException when an argument is wrong
     */
    public static void main(String[] arguments) throws IOException {
        if (System.getProperty(LOG_SETTING) == null) {
            System.setProperty(LOG_SETTING, "org/kontor/simulator/internal/logback.xml");
        }
        // Jakarta Mail looks this up in all jars for every single message otherwise
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        new SimulatorProcess(Options.parse(arguments, false)).run();
    }
}
