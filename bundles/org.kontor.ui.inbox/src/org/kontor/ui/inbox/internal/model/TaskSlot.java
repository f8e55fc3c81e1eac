package org.kontor.ui.inbox.internal.model;

import org.jspecify.annotations.Nullable;

/** Holds the one task of its kind that is under way. */
final class TaskSlot {
    private Threads.@Nullable Task task;

    /** Takes a new task; the one before is cancelled. */
    void set(Threads.Task next) {
        cancel();
        task = next;
    }

    boolean busy() {
        return task != null;
    }

    /** The task came to its end. */
    void done() {
        task = null;
    }

    void cancel() {
        Threads.Task running = task;
        if (running != null) {
            running.cancel();
            task = null;
        }
    }
}
