package org.kontor.channel.mail.internal.write;

import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;

/** A reply that no mail can be made of. */
public final class UnsendableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsendableException(String message) {
        super(message);
    }

    /** The same as a value. */
    public Fault fault() {
        return Fault.of(FaultKind.PERMANENT, String.valueOf(getMessage()));
    }
}
