package org.kontor.demo.internal;

import org.kontor.api.runner.Awaited;
import org.kontor.api.runner.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the accounts of a demo back until its servers run. It needs next to nothing, so it is there before the runner looks. */
@Component(
        service = {Awaited.class, SimulatorAwaited.class},
        immediate = true)
public final class SimulatorAwaited implements Awaited {
    private volatile boolean ready;

    @Activate
    public SimulatorAwaited(@Reference DataFolder folder) {
        ready = !folder.demo();
    }

    /** The servers run, or never will. */
    void ended() {
        ready = true;
    }

    @Override
    public boolean ready() {
        return ready;
    }
}
