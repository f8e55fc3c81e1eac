package org.kontor.simulator.internal;

import java.util.Objects;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.jspecify.annotations.Nullable;

/** The simulator as an OSGi application, {@code org.kontor.simulator.application}. */
public final class SimulatorApplication implements IApplication {

    private volatile @Nullable SimulatorProcess process;

    @Override
    public Object start(@Nullable IApplicationContext context) throws Exception {
        IApplicationContext given = Objects.requireNonNull(context);
        Object arguments = given.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String[] texts = arguments instanceof String[] array ? array : new String[0];
        SimulatorProcess running = new SimulatorProcess(Options.parse(texts, true));
        process = running;
        given.applicationRunning();
        running.run();
        return EXIT_OK;
    }

    @Override
    public void stop() {
        SimulatorProcess running = process;
        if (running != null) {
            running.stop();
        }
    }
}
