package org.kontor.plugins.internal;

import org.kontor.api.plugin.PluginFault;

/** Carries a fault from where it is found to the service's edge, where it becomes a value. */
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PluginFault fault;

    public FaultException(PluginFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    /** What it carries. */
    public PluginFault fault() {
        return fault;
    }
}
