package org.kontor.simulator.internal.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection read line by line, byte for byte as it came. */
final class Lines {

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+?}\r\n$");
    private static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line with its end.
     *
     * @throws EOFException when the other side has closed
     */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            if (b == '\n') {
                return line.toByteArray();
            }
            if (line.size() > LONGEST) {
                throw new IOException("line too long");
            }
            b = in.read();
        }
        throw new EOFException();
    }

    /** The text of a line, bytes as characters. */
    static String text(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes of an IMAP literal follow a line; -1 when none does. */
    static long literal(byte[] line) {
        Matcher matcher = LITERAL.matcher(text(line));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }

    /** Passes on so many bytes. */
    void copy(long count, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
