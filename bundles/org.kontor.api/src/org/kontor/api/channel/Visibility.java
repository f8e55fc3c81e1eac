package org.kontor.api.channel;

/** Who can read a message. */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** Only those who write to each other. */
    PRIVATE
}
