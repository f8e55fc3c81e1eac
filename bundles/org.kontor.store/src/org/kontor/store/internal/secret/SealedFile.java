package org.kontor.store.internal.secret;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;
import org.kontor.store.internal.file.OwnerFiles;

/**
 * Sealed entries by name, one a line between a first and a last line, so that a file that was cut or mixed up is noticed.
 *
 * <pre>
 * kontor-secrets 1
 * 7c2f/imap.password 8Jx...
 * end 1
 * </pre>
 */
final class SealedFile {
    private static final String FIRST = "kontor-secrets 1";
    private static final Pattern ENTRY = Pattern.compile("(\\S+) ([A-Za-z0-9+/]+=*)");

    private final Path file;

    SealedFile(Path file) {
        this.file = file;
    }

    /** All entries; empty where there is no file. */
    Optional<Map<String, byte[]>> read() throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw damaged(e);
        }
        String[] lines = text.split("\n", -1);
        int count = lines.length - 3;
        if (count < 0
                || !lines[0].equals(FIRST)
                || !lines[count + 1].equals("end " + count)
                || !lines[count + 2].isEmpty()) {
            throw damaged(null);
        }
        Map<String, byte[]> entries = new TreeMap<>();
        for (int i = 1; i <= count; i++) {
            Matcher entry = ENTRY.matcher(lines[i]);
            if (!entry.matches() || entries.put(entry.group(1), decode(entry.group(2))) != null) {
                throw damaged(null);
            }
        }
        return Optional.of(entries);
    }

    private byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** Replaces all entries. */
    void write(Map<String, byte[]> entries) throws IOException {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        entries.forEach((name, content) -> text.append(name)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(content))
                .append('\n'));
        text.append("end ").append(entries.size()).append('\n');
        OwnerFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What to say of a file that makes no sense; it is left as it is. */
    StoreException damaged(@Nullable Throwable cause) {
        return new StoreException(
                StoreException.Kind.DAMAGED,
                "The file " + file
                        + " with the saved passwords is damaged; it was left as it is. Put it back from a backup,"
                        + " or move it away and sign in to the accounts again.",
                cause);
    }
}
