package org.kontor.simulator.internal.journal;

/** Where those who keep a part of the world write what happened to it. */
public interface Log {

    /**
     * Writes an entry, which a kill of the process cannot undo any more, without waiting for the disk.
     *
     * @return the position to wait for with {@link #sync}
     */
    long write(Entry entry);

    /** Returns when everything up to that position is on the disk; at once inside {@link #together}. */
    void sync(long position);

    /** Runs something that writes much, and waits for the disk once, at its end. */
    void together(Runnable work);

    /** Writes an entry and returns when it is on the disk. */
    default void append(Entry entry) {
        sync(write(entry));
    }
}
