package org.kontor.api.channel;

/** Who wrote to whom. */
public enum Direction {
    /** Someone wrote to, about or below the brand. */
    INBOUND,
    /** The brand wrote, from here or from elsewhere. */
    OUTBOUND
}
