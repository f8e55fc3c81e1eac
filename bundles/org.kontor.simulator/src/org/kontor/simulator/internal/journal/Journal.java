package org.kontor.simulator.internal.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * An append-only file of checked frames: what was appended is there after a kill, a frame that was only half written is cut
 * off at the next start.
 *
 * <p>Safe for several threads. Writers that wait for the disk at the same time share one flush.
 */
public final class Journal implements Log, AutoCloseable {

    private static final int HEAD = 12;
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final String KIND = "k";

    private final Path file;
    private final FileChannel channel;
    private final Object flushing = new Object();
    private long written;
    private volatile long flushed;
    private int held;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the file, creating it when needed. Nothing may be written before {@link #replay}.
     *
     * @throws IOException when the file cannot be opened
     */
    public static Journal open(Path file) throws IOException {
        return new Journal(
                file,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Hands over what the file holds in the order of writing, and cuts off a last entry that was written only in part.
     *
     * @throws IOException when the file cannot be read or written
     */
    public void replay(Consumer<Entry> reader) throws IOException {
        long end = read(file, reader);
        if (channel.size() > end) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".torn"), StandardCopyOption.REPLACE_EXISTING);
            channel.truncate(end);
        }
        channel.position(end);
        written = end;
        flushed = end;
    }

    /** Reads to the end and returns the position behind the last good entry. */
    private static long read(Path file, Consumer<Entry> reader) throws IOException {
        long end = 0;
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(FileChannel.open(file)), 1 << 16))) {
            while (true) {
                int metaLength = in.readInt();
                int blobLength = in.readInt();
                int check = in.readInt();
                if (metaLength < 2 || blobLength < 0 || metaLength > LARGEST || blobLength > LARGEST) {
                    return end;
                }
                byte[] meta = in.readNBytes(metaLength);
                byte[] blob = in.readNBytes(blobLength);
                if (meta.length < metaLength || blob.length < blobLength || check != check(meta, blob)) {
                    return end;
                }
                ObjectNode data = (ObjectNode) Json.parse(meta);
                String kind = Json.required(data, KIND);
                data.remove(KIND);
                reader.accept(new Entry(kind, data, blob));
                end += HEAD + (long) metaLength + blobLength;
            }
        } catch (EOFException atTheEnd) {
            return end;
        }
    }

    private static int check(byte[] meta, byte[] blob) {
        CRC32 crc = new CRC32();
        crc.update(meta);
        crc.update(blob);
        return (int) crc.getValue();
    }

    @Override
    public synchronized long write(Entry entry) {
        ObjectNode data = entry.data().deepCopy();
        data.put(KIND, entry.kind());
        byte[] meta = Json.bytes(data);
        ByteBuffer frame = ByteBuffer.allocate(HEAD + meta.length + entry.blob().length);
        frame.putInt(meta.length).putInt(entry.blob().length).putInt(check(meta, entry.blob()));
        frame.put(meta).put(entry.blob()).flip();
        try {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
            written = channel.position();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot write its journal", e);
        }
    }

    @Override
    public void sync(long position) {
        synchronized (flushing) {
            if (flushed >= position || held > 0) {
                return;
            }
            flush();
        }
    }

    @Override
    public void together(Runnable work) {
        synchronized (flushing) {
            held++;
        }
        try {
            work.run();
        } finally {
            synchronized (flushing) {
                held--;
                flush();
            }
        }
    }

    private void flush() {
        long reached;
        synchronized (this) {
            reached = written;
        }
        try {
            channel.force(false);
            flushed = reached;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot flush its journal", e);
        }
    }

    /** Closes the file; what was written stays. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
