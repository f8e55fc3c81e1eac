package org.kontor.app.internal.model;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.osgi.service.log.Logger;

/** A record in memory whose changes a worker saves a moment later. May be used on any thread. */
final class KeptRecord<T extends Record> {
    private static final long SOON_MS = 1_000;

    private final JsonFile<T> file;
    private final Logger log;
    private final Job saving = new SaveJob();
    private T value;
    private T saved;

    /**
     * Reads the file.
     *
     * @param otherwise what holds while nothing was saved, or nothing that can be understood
     */
    KeptRecord(JsonFile<T> file, T otherwise, Logger log) {
        this.file = file;
        this.log = log;
        value = read(file, otherwise, log);
        saved = value;
    }

    /** As it stands. */
    synchronized T value() {
        return value;
    }

    /** Changes it; the file follows within a second or so. */
    void change(UnaryOperator<T> change) {
        boolean changed;
        synchronized (this) {
            T before = value;
            value = change.apply(before);
            changed = !value.equals(before);
        }
        if (changed) {
            saving.schedule(SOON_MS);
        }
    }

    /** Saves what is not saved yet, and returns when it is. */
    void flush() {
        saving.cancel();
        save();
    }

    private void save() {
        // One writer at a time, but nobody who asks for the value waits for the disk.
        synchronized (file) {
            T now = value();
            if (now.equals(saved)) {
                return;
            }
            try {
                file.write(now);
                saved = now;
            } catch (IOException e) {
                log.error("{} cannot be saved", file, e);
            }
        }
    }

    private static <T extends Record> T read(JsonFile<T> file, T otherwise, Logger log) {
        return switch (file.read()) {
            case JsonFile.Read.Found<T>(T value) -> value;
            case JsonFile.Read.Absent<T> none -> otherwise;
            case JsonFile.Read.Broken<T>(String reason) -> {
                log.warn("{}", reason);
                yield otherwise;
            }
        };
    }

    private final class SaveJob extends Job {
        SaveJob() {
            super("kontor state");
            setSystem(true);
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            save();
            return Status.OK_STATUS;
        }
    }
}
