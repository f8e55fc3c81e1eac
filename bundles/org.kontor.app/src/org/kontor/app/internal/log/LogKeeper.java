package org.kontor.app.internal.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.model.LogLine;
import org.kontor.app.internal.model.Ring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Keeps warnings and errors of the whole process: the newest thousand in memory, more in a file of the data folder. Begins
 * with what was logged before it was there.
 */
@Component(service = LogKeeper.class, immediate = true)
public final class LogKeeper {
    private static final int KEPT = 1_000;
    private static final long FILE_BYTES = 1_000_000;
    private static final int OLD_FILES = 4;

    private final LogReaderService reader;
    private final LogFile file;
    private final Ring<LogLine> ring = new Ring<>(KEPT);
    private final LinkedBlockingQueue<LogLine> toWrite = new LinkedBlockingQueue<>(KEPT);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final LogListener listener = this::logged;
    private final Thread writer;
    private volatile @Nullable String fileFault;

    @Activate
    public LogKeeper(@Reference LogReaderService reader, @Reference DataFolder folder) {
        this.reader = reader;
        file = new LogFile(folder.path().resolve("logs").resolve("kontor.log"), FILE_BYTES, OLD_FILES);
        writer = new Thread(this::write, "kontor-log");
        writer.setDaemon(true);
        writer.start();
        reader.addLogListener(listener);
        List<LogEntry> before = new ArrayList<>(java.util.Collections.list(reader.getLog()));
        java.util.Collections.reverse(before);
        before.forEach(this::keep);
    }

    @Deactivate
    void close() throws InterruptedException {
        reader.removeLogListener(listener);
        writer.interrupt();
        writer.join(2_000);
    }

    /** What was logged, newest first. */
    public List<LogLine> lines() {
        return ring.newestFirst();
    }

    /** Empties the memory; the file stays as it is. */
    public void clear() {
        ring.clear();
        listeners.forEach(Runnable::run);
    }

    /** The file that is being written. */
    public Path file() {
        return file.path();
    }

    /** Why the file cannot be written; null if it can. */
    public @Nullable String fileFault() {
        return fileFault;
    }

    /**
     * Tells of every new line, on whichever thread logged it.
     *
     * @return takes the listener off again
     */
    public Runnable onChange(Runnable told) {
        Runnable own = told::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void logged(@Nullable LogEntry entry) {
        if (entry != null && keep(entry)) {
            listeners.forEach(Runnable::run);
        }
    }

    private boolean keep(LogEntry entry) {
        LogLevel level = entry.getLogLevel();
        if (level != LogLevel.ERROR && level != LogLevel.WARN) {
            return false;
        }
        LogLine line = new LogLine(
                Instant.ofEpochMilli(entry.getTime()),
                level == LogLevel.ERROR,
                source(entry),
                entry.getMessage() == null ? "" : entry.getMessage(),
                details(entry.getException()));
        ring.add(line);
        // A flood fills the queue: the file then lacks lines, but nobody who logs has to wait.
        toWrite.offer(line);
        return true;
    }

    private static String source(LogEntry entry) {
        String logger = entry.getLoggerName();
        if (logger != null && !logger.isBlank() && !logger.startsWith("org.eclipse.equinox.logger")) {
            return logger;
        }
        return entry.getBundle() == null ? "" : entry.getBundle().getSymbolicName();
    }

    private static String details(@Nullable Throwable fault) {
        if (fault == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        print(fault, new PrintWriter(text, true));
        return text.toString();
    }

    private static void print(Throwable fault, PrintWriter out) {
        Throwable each = fault;
        String lead = "";
        // Walked by hand: a chain that bites its tail ends after thirty links.
        for (int depth = 0; each != null && depth < 30; depth++) {
            out.println(lead + each);
            for (StackTraceElement frame : each.getStackTrace()) {
                out.println("    at " + frame);
            }
            lead = "caused by ";
            each = each.getCause();
        }
    }

    private void write() {
        try {
            while (true) {
                append(toWrite.take());
            }
        } catch (InterruptedException e) {
            toWrite.forEach(this::append);
        }
    }

    private void append(LogLine line) {
        try {
            file.append(line.text());
            fileFault = null;
        } catch (IOException e) {
            // Logging it would come back here: the part that shows the log says it instead.
            fileFault = e.toString();
        }
    }
}
