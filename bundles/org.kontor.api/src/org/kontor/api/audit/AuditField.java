package org.kontor.api.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One detail of an entry of the audit trail. Never a secret: of one it is only told that it was changed.
 *
 * @param name tells it from the others of its entry, such as {@code text} or {@code setting.imap.host}
 * @param content null once it was erased; the trail stays whole
 * @param personal whether it may tell something about a person, so that erasing the person erases it
 */
public record AuditField(String name, @Nullable String content, boolean personal) {
    public AuditField {
        Objects.requireNonNull(name);
    }

    /** A detail about our own side, which is never erased. */
    public static AuditField of(String name, Object content) {
        return new AuditField(name, content.toString(), false);
    }

    /** A detail that may tell something about a person. */
    public static AuditField personal(String name, String content) {
        return new AuditField(name, content, true);
    }

    /** Whether it was erased. */
    public boolean erased() {
        return content == null;
    }
}
