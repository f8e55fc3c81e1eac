package org.kontor.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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

    /**
     * What of some values is different, as details: the new value under its name, the old one under {@code NAME.before}; nothing
     * for a value that is not there.
     *
     * @param before null for something new
     */
    public static List<AuditField> changed(@Nullable Map<String, String> before, Map<String, String> after) {
        Map<String, String> old = before == null ? Map.of() : before;
        TreeSet<String> names = new TreeSet<>(after.keySet());
        names.addAll(old.keySet());
        List<AuditField> fields = new ArrayList<>();
        for (String name : names) {
            String was = old.getOrDefault(name, "");
            String is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                fields.add(of(name, is));
                if (before != null) {
                    fields.add(of(name + ".before", was));
                }
            }
        }
        return fields;
    }

    /** Whether it was erased. */
    public boolean erased() {
        return content == null;
    }
}
