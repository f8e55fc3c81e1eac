package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes out of the data folder. The operating system lets go of the lock when the process ends, however it
 * ends; the file itself stays.
 */
final class FolderLock implements AutoCloseable {
    static final String NAME = "kontor.lock";

    /** Far behind the text, because a locked byte cannot be read by others on Windows. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MOST_TEXT = 64;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws org.kontor.api.store.StoreException if another process, or another store of this one, has it
     */
    static FolderLock take(Path folder, Faults faults) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (lock(channel) == null) {
                throw faults.taken(holder(channel));
            }
            byte[] text = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text), 0);
            taken = true;
            return new FolderLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // This process has it already, which is as good a reason to stay out.
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MOST_TEXT);
        channel.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        return text.matches("\\d{1,19}") ? " (process " + text + ")" : "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
