package org.kontor.app.internal.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes sure that one window has the data folder. The first process holds a lock that the system takes back whatever
 * happens to it; a later one asks it by a small file to raise its window, and goes. No port and no socket is involved, so
 * nothing listens and no path can be too long.
 */
public final class InstanceLock implements AutoCloseable {
    private static final String LOCK = "window.lock";
    private static final String REQUEST = "window.raise";
    /** File events may get lost (network file systems send none): look anyway after this time. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private volatile boolean closed;

    private InstanceLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of a data folder.
     *
     * @return empty if another process has it
     * @throws IOException if the lock file cannot be written
     */
    public static Optional<InstanceLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        Files.deleteIfExists(folder.resolve(REQUEST));
        return Optional.of(new InstanceLock(folder, channel, lock));
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same Java process has it, as happens in tests: it is taken all the same.
            return null;
        }
    }

    /**
     * Asks the process that has the folder to raise its window, and waits until it has taken notice.
     *
     * @return whether it did within six seconds
     */
    public static boolean askToRaise(Path folder) throws IOException, InterruptedException {
        Path request = folder.resolve(REQUEST);
        Files.writeString(request, Long.toString(ProcessHandle.current().pid()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(request)) {
            if (System.nanoTime() > end) {
                Files.deleteIfExists(request);
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    /**
     * Calls {@code raise} whenever another process asks for the window.
     *
     * @param raise called on a thread of its own
     */
    public void onRequest(Runnable raise) {
        Thread thread = new Thread(() -> watch(raise), "kontor-raise");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Runnable raise) {
        try (WatchService watcher = FileSystems.getDefault().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!closed) {
                var key = watcher.poll(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                if (Files.deleteIfExists(folder.resolve(REQUEST))) {
                    raise.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Console.complain("a second start cannot raise this window: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        lock.release();
        channel.close();
    }
}
