package org.kontor.api.channel;

/** Takes what a channel pushes. */
public interface EventSink {
    /**
     * Makes a page durable together with its cursor.
     *
     * @throws IllegalStateException if it could not be made durable; the platform must then not be told that we have it
     */
    void deliver(Received.Page page);

    /** The platform was heard and had nothing new; keeps the account's "last read" true. */
    void alive();
}
