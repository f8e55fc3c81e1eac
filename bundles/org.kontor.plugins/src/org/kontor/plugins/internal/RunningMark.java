package org.kontor.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Tells other processes that this one runs from the installation: it shares the lock of a file there for as long as it lives, and
 * the files that it may still load are not deleted meanwhile.
 */
@Component(immediate = true, service = RunningMark.class)
public final class RunningMark {
    static final String FILE = "kontor.running";

    private final Logger log;
    private final @Nullable FileChannel channel;
    private @Nullable FileLock shared;

    @Activate
    public RunningMark(BundleContext context, @Reference(service = LoggerFactory.class) Logger log) {
        this(folder(context.getProperty("osgi.install.area")), log);
    }

    /** @param home where Kontor is installed; null if it is not */
    RunningMark(@Nullable Path home, Logger log) {
        this.log = log;
        channel = home == null ? null : open(home.resolve("p2"));
        share();
    }

    private static @Nullable Path folder(@Nullable String area) {
        return area == null || !area.startsWith("file:") ? null : Path.of(URI.create(area.replace(" ", "%20")));
    }

    private @Nullable FileChannel open(Path p2) {
        if (!Files.isDirectory(p2)) {
            return null;
        }
        Path file = p2.resolve(FILE);
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        } catch (IOException readOnly) {
            return toRead(file);
        }
    }

    private @Nullable FileChannel toRead(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            log.debug("Nobody is told that {} is in use", file, e);
            return null;
        }
    }

    private synchronized void share() {
        FileChannel open = channel;
        try {
            shared = open == null ? null : open.tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException | RuntimeException e) { // a second one in the same process
            log.debug("Nobody is told that the installation is in use", e);
        }
    }

    /** Whether no other process runs from the installation. */
    synchronized boolean alone() {
        FileChannel open = channel;
        FileLock held = shared;
        if (open == null || held == null) {
            return false;
        }
        try {
            held.release();
            FileLock all = open.tryLock();
            if (all != null) {
                all.release();
            }
            return all != null;
        } catch (IOException | RuntimeException e) { // opened only to be read
            log.debug("It cannot be found out who else uses the installation", e);
            return false;
        } finally {
            share();
        }
    }

    @Deactivate
    void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.close();
        }
    }
}
